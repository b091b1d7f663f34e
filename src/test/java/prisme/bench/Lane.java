package prisme.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/// The connections that one thread drives: every so many of them, beginning with its own number.
final class Lane {
    private static final int ROOM = 64 * 1024;

    private final LoadGenerator plan;
    private final int first;
    private final InetSocketAddress server;
    private final long firstRequest;
    private final long[] micros = new long[Score.PLACES];
    private long ok;
    private long other;
    private long broken;

    /// One connection and what has come of the answer that it waits for.
    private static final class Wire {
        final int number;
        final ByteBuffer in = ByteBuffer.allocate(ROOM);
        SocketChannel channel;
        long sent;
        long sentAt;

        Wire(int number, long sent) {
            this.number = number;
            this.sent = sent;
        }
    }

    /// @param firstRequest the number of the first request on each connection
    Lane(LoadGenerator plan, int first, InetSocketAddress server, long firstRequest) {
        this.plan = plan;
        this.first = first;
        this.server = server;
        this.firstRequest = firstRequest;
    }

    /// Sends until this moment, as `System.nanoTime()` has it.
    Score drive(long end) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int number = first; number < plan.connections(); number += plan.threads()) {
                open(new Wire(number, firstRequest), selector);
            }
            while (System.nanoTime() < end) {
                selector.select(key -> receive(key, selector), 100);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        return Score.none().plus(new Score(ok, other, broken, micros, Duration.ZERO));
    }

    private void open(Wire wire, Selector selector) throws IOException {
        wire.channel = SocketChannel.open(server);
        wire.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        wire.channel.configureBlocking(false);
        wire.channel.register(selector, SelectionKey.OP_READ, wire);
        send(wire);
    }

    private void send(Wire wire) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(plan.requests().next(wire.number, wire.sent++));
        wire.in.clear();
        wire.sentAt = System.nanoTime();
        while (request.hasRemaining()) {
            wire.channel.write(request);
        }
    }

    private void receive(SelectionKey key, Selector selector) {
        Wire wire = (Wire) key.attachment();
        try {
            if (wire.channel.read(wire.in) < 0) {
                broken++;
                reopen(key, selector);
            } else if (isWhole(wire.in)) {
                count(wire);
                goOn(key, selector);
            }
        } catch (IOException _) {
            broken++;
            reopen(key, selector);
        }
    }

    private void goOn(SelectionKey key, Selector selector) throws IOException {
        Wire wire = (Wire) key.attachment();
        String head = new String(wire.in.array(), 0, wire.in.position(), StandardCharsets.ISO_8859_1);
        if (head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close\r\n")) {
            reopen(key, selector);
        } else {
            send(wire);
        }
    }

    private void reopen(SelectionKey key, Selector selector) {
        key.cancel();
        try {
            key.channel().close();
            open((Wire) key.attachment(), selector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Wire wire) {
        if (wire.in.get("HTTP/1.1 ".length()) == '2') {
            ok++;
        } else {
            other++;
        }
        micros[(int) Math.min(micros.length - 1, (System.nanoTime() - wire.sentAt) / 1000)]++;
    }

    /// Whether head and body are here: as many bytes as `Content-Length` says, and none without it.
    private static boolean isWhole(ByteBuffer in) {
        byte[] bytes = in.array();
        int size = in.position();
        for (int at = 3; at < size; at++) {
            if (bytes[at] == '\n' && bytes[at - 2] == '\n') {
                return size > at + bodyLength(new String(bytes, 0, at, StandardCharsets.ISO_8859_1));
            }
        }
        return false;
    }

    private static int bodyLength(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length: ");
        return at < 0 ? 0 : Integer.parseInt(head, at + 18, head.indexOf('\r', at + 18), 10);
    }
}
