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

/// What goes out on one connection. Between two answers it holds nothing.
/* What the JDK's server says itself, before anybody here has seen the request, is the first thing that it writes;
 * that is said in our words instead ([LastWord]). */
final class Outflow extends OutputStream {
    private static final byte[] NOTHING = {};
    /* The JDK's server adds a Content-Length, which RFC 9110, 8.6 forbids here. */
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

    /// @param audience hears of answers that are the last one
    Outflow(SocketChannel channel, Audience audience) {
        this.channel = channel;
        this.audience = audience;
    }

    /// The next thing that is written is the begin of an answer.
    void begin() {
        isFirst = true;
        isToHead = false;
        isToHttp10 = false;
    }

    /// What is written next answers a request with that first line, as far as that has come.
    void answers(String firstLine) {
        isToHead = firstLine.startsWith("HEAD ");
        isToHttp10 = firstLine.endsWith(" HTTP/1.0");
    }

    /// Sends an answer that is the last one, and waits a moment for the client to take it.
    void end(LastWord word) throws IOException {
        bytes = NOTHING;
        size = 0;
        audience.hear(word, (InetSocketAddress) channel.getRemoteAddress());
        word.send(channel, isToHead);
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
            Optional<LastWord> word = LastWord.insteadOf(from, offset, length);
            if (word.isPresent()) {
                end(word.get());
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

    /// Does nothing: the JDK's server has ended the connection before, from whatever thread, and who sends sees that.
    @Override public void close() {
        /* What is kept here goes with the connection. */
    }

    private static boolean isGoAhead(byte[] bytes, int offset, int length) {
        int end = Math.min(length, GO_AHEAD_LINE);
        return Arrays.equals(bytes, offset, offset + end, GO_AHEAD, 0, GO_AHEAD_LINE);
    }

    /* HTTP/1.0 knows no such answers (RFC 9110, 15.2). */
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
