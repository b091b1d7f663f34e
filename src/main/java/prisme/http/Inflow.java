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
    private boolean hasWaited;
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
        int count = received(channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end)));
        end += Math.max(0, count);
        return count > 0;
    }

    /// Makes room for at least one more byte.
    void makeRoom() {
        if (end < bytes.length) {
            return;
        }
        int room = Math.max(FIRST_ROOM, 2 * held());
        if (at == 0 || bytes.length > room) {
            bytes = Arrays.copyOfRange(bytes, at, at + room);
        } else {
            System.arraycopy(bytes, at, bytes, 0, held());
        }
        end -= at;
        at = 0;
    }

    /// Puts more bytes in the place of some of those that are here.
    /* They move into the room of those that were read already; what is behind them stays where it is. */
    void replace(int index, int length, byte[] others) {
        int more = others.length - length;
        if (at < more) {
            byte[] wider = new byte[more + held()];
            System.arraycopy(bytes, at, wider, more, held());
            bytes = wider;
            at = more;
            end = wider.length;
        }
        System.arraycopy(bytes, at, bytes, at - more, index);
        at -= more;
        System.arraycopy(others, 0, bytes, at + index, others.length);
    }

    /// Notes that its request waits in the [Lobby] from now on, where others may end it.
    void waits() {
        hasWaited = true;
    }

    /// Whether it did since this was asked last.
    boolean hasWaited() {
        boolean before = hasWaited;
        hasWaited = false;
        return before;
    }

    /// Whether nothing more will come.
    boolean isOver() {
        return isOver;
    }

    /// Nothing more is read from now on; the connection's [end][#end()] is still to come.
    void stop() {
        isOver = true;
    }

    /// Takes away what is here; nothing more is read from now on.
    void forget() {
        stop();
        took(held());
    }

    /// Ends the connection. Who waits for bytes of it gets no more.
    void end() {
        stop();
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
        stop();
        channel.close();
    }

    /// Reads what is not here yet.
    private int past(byte[] to, int offset, int length) throws IOException {
        return isOver ? -1 : received(channel.read(ByteBuffer.wrap(to, offset, length)));
    }

    private int received(int count) {
        if (count < 0) {
            stop();
        }
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
}
