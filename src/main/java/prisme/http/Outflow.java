package prisme.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The outgoing bytes of one connection, to which the JDK's server writes answers. Between two answers it holds no
/// memory.
/* When the JDK's server answers a request itself, before any handler has seen it, that is the first thing that it
 * writes; an answer like ours is sent instead ([JdkAnswer]). */
final class Outflow extends OutputStream {
    private static final byte[] NOTHING = {};
    /* Sent in place of what the JDK's server writes, to which it adds a Content-Length: RFC 9110, 8.6 forbids that. */
    private static final byte[] GO_AHEAD = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int GO_AHEAD_LINE = GO_AHEAD.length - 2;
    private static final int FIRST_ROOM = 1024;
    private static final int MOST = 8192;

    private final SocketChannel channel;
    private final Audience audience;
    private byte[] bytes = NOTHING;
    private int size;
    private boolean isFirst;
    private boolean isToHead;
    private boolean isToHttp10;

    /// @param audience is told of the answers that are sent in place of those of the JDK's server
    Outflow(SocketChannel channel, Audience audience) {
        this.channel = channel;
        this.audience = audience;
    }

    /// What is written next is the beginning of an answer.
    void begin() {
        isFirst = true;
        isToHead = false;
        isToHttp10 = false;
    }

    /// What is written next answers a request with this first line, which may be incomplete.
    void answers(String firstLine) {
        isToHead = firstLine.startsWith("HEAD ");
        isToHttp10 = firstLine.endsWith(" HTTP/1.0");
    }

    /// Sends an answer behind which the connection ends, and waits a moment for the client to take it.
    void end(EarlyAnswer answer) throws IOException {
        bytes = NOTHING;
        size = 0;
        audience.tellOfInvalid(answer, (InetSocketAddress) channel.getRemoteAddress());
        if (isToHead) {
            answer.sendHead(channel);
        } else {
            answer.send(channel);
        }
    }

    @Override public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override public void write(byte[] from, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, from.length);
        if (isFirst) {
            if (isGoAhead(from, offset, length)) {
                goAhead();
                return;
            }
            isFirst = false;
            Optional<EarlyAnswer> ours = JdkAnswer.replacement(from, offset, length);
            if (ours.isPresent()) {
                end(ours.get());
                return;
            }
        }
        if (size + length > MOST) {
            drain();
        }
        if (length > MOST) {
            send(from, offset, length);
        } else {
            keep(from, offset, length);
        }
    }

    @Override public void flush() throws IOException {
        drain();
        bytes = NOTHING;
    }

    /// Does nothing: the JDK's server has closed the connection before, on whatever thread, so sending fails.
    @Override public void close() {
        /* What is still here is lost with the connection. */
    }

    private static boolean isGoAhead(byte[] bytes, int offset, int length) {
        int end = Math.min(length, GO_AHEAD_LINE);
        return Arrays.equals(bytes, offset, offset + end, GO_AHEAD, 0, GO_AHEAD_LINE);
    }

    /* HTTP/1.0 does not have such answers (RFC 9110, 15.2). */
    private void goAhead() {
        if (!isToHttp10) {
            keep(GO_AHEAD, 0, GO_AHEAD.length);
        }
    }

    private void keep(byte[] from, int offset, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(FIRST_ROOM, 2 * (size + length))));
        }
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    private void drain() throws IOException {
        int length = size;
        size = 0;
        send(bytes, 0, length);
    }

    private void send(byte[] from, int offset, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(from, offset, length);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }
}
