package prisme.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Objects;

/// The incoming bytes of one connection. The JDK's server reads requests from here instead of a stream of its own.
/* Its own streams take 20 KB for each connection from the first byte on. This one holds the bytes that have come and
 * little more, and nothing at all between two requests. One thread uses it at a time, as with the streams of the JDK's
 * server; only [#stop()] and [#end()] may be called by another one. */
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

    /// How many bytes have come and are not read yet.
    int held() {
        return end - at;
    }

    /// One of these bytes, without reading it.
    ///
    /// @param index from 0 for the next one to one less than [#held()]
    byte held(int index) {
        return bytes[at + index];
    }

    /// How many bytes of memory are taken for them.
    int room() {
        return bytes.length;
    }

    /// Waits until more bytes have come.
    ///
    /// @return false at the end of the connection
    boolean readMore() throws IOException {
        if (isOver) {
            return false;
        }
        makeRoom();
        int count = noteEnd(channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end)));
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

    /// Replaces some of the bytes that have come by at least as many others.
    ///
    /// @param index  of the first one, as in [#held(int)]
    /// @param length how many are replaced
    /* The bytes before move to the left, into the room of those that were read already; what is behind stays where it
     * is. */
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

    /// Notes that the request waits in the [Lobby] from now on, where another thread may end the connection.
    void noteWaiting() {
        hasWaited = true;
    }

    /// Whether it has waited there since this was last asked.
    boolean hasWaited() {
        boolean before = hasWaited;
        hasWaited = false;
        return before;
    }

    /// Whether nothing more will be read.
    boolean isOver() {
        return isOver;
    }

    /// From now on nothing more is read from the connection, which stays open until its [end][#end()].
    void stop() {
        isOver = true;
    }

    /// Discards the bytes that have come, and stops.
    void forget() {
        stop();
        consume(held());
    }

    /// Closes the connection. A thread that waits for its bytes gets no more.
    void end() {
        stop();
        try {
            channel.close();
        } catch (IOException _) {
            return;  // nothing can be done about it
        }
    }

    @Override public int read() throws IOException {
        if (at == end && !readMore()) {
            return -1;
        }
        int next = bytes[at] & 0xff;
        consume(1);
        return next;
    }

    @Override public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (at == end) {
            return readDirectly(to, offset, length);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(bytes, at, to, offset, count);
        consume(count);
        return count;
    }

    /// How many bytes can be read without waiting. The JDK's server asks this to see whether the next request is here.
    @Override public int available() {
        return held();
    }

    @Override public void close() throws IOException {
        stop();
        channel.close();
    }

    /// Reads from the connection past the buffer, which is empty.
    private int readDirectly(byte[] to, int offset, int length) throws IOException {
        return isOver ? -1 : noteEnd(channel.read(ByteBuffer.wrap(to, offset, length)));
    }

    /// Stops when a read has met the end of the connection.
    ///
    /// @param count what the read has returned
    /// @return the same
    private int noteEnd(int count) {
        if (count < 0) {
            stop();
        }
        return count;
    }

    private void consume(int count) {
        at += count;
        if (at == end) {
            bytes = NOTHING;
            at = 0;
            end = 0;
        }
    }
}
