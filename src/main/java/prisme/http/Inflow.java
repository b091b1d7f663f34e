package prisme.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Objects;

/// What has come in on one connection and is not read yet. The JDK's server reads requests from here.
/* Its own streams take 20 KB for each connection from the first byte on. This one holds what has come and little
 * more, and nothing at all between two requests. One thread uses it at a time, as the JDK's server does; only the
 * end may come from another. */
final class Inflow extends InputStream {
    private static final byte[] NOTHING = {};
    private static final int FIRST_ROOM = 2048;

    private final SocketChannel channel;
    private byte[] bytes = NOTHING;
    private int at;
    private int end;
    private volatile boolean isOver;

    Inflow(SocketChannel channel) {
        this.channel = channel;
    }

    /// How many bytes are here.
    int held() {
        return end - at;
    }

    /// One of them.
    byte held(int index) {
        return bytes[at + index];
    }

    /// How much memory they take.
    int room() {
        return bytes.length;
    }

    /// Waits until more bytes are here.
    ///
    /// @return whether any has come; else this is the end
    boolean more() throws IOException {
        if (isOver) {
            return false;
        }
        makeRoom();
        int count = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
        isOver |= count < 0;
        end += Math.max(0, count);
        return count > 0;
    }

    /// Ends the connection. Who waits for bytes of it gets no more.
    void end() {
        isOver = true;
        try {
            channel.close();
        } catch (IOException _) {
            return;  // then it was not open
        }
    }

    @Override public int read() throws IOException {
        if (at == end && !more()) {
            return -1;
        }
        int next = bytes[at] & 0xff;
        took(1);
        return next;
    }

    @Override public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (at == end) {
            return past(to, offset, length);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(bytes, at, to, offset, count);
        took(count);
        return count;
    }

    /// How many bytes can be read at once: whether the next request is here already.
    @Override public int available() {
        return held();
    }

    @Override public void close() throws IOException {
        isOver = true;
        channel.close();
    }

    /// Reads what is not here yet.
    private int past(byte[] to, int offset, int length) throws IOException {
        int count = isOver ? -1 : channel.read(ByteBuffer.wrap(to, offset, length));
        isOver |= count < 0;
        return count;
    }

    private void took(int count) {
        at += count;
        if (at == end) {
            bytes = NOTHING;
            at = 0;
            end = 0;
        }
    }

    private void makeRoom() {
        if (end < bytes.length) {
            return;
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        } else {
            bytes = Arrays.copyOf(bytes, Math.max(FIRST_ROOM, 2 * bytes.length));
        }
    }
}
