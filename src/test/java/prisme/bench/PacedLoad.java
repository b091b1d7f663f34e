package prisme.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// So many requests a second whatever the server does: a request that is late for a slow answer before it counts from
/// when it should have been sent.
///
/// @param connections how many keep-alive connections take turns
/// @param perSecond   how many requests there are in a second
record PacedLoad(int connections, int perSecond, LoadGenerator.Requests requests) {
    /// A run that goes on until it is ended.
    final class Run {
        private final AtomicIntegerArray micros = new AtomicIntegerArray(Score.PLACES);
        private final AtomicLong ok = new AtomicLong();
        private final AtomicLong other = new AtomicLong();
        private final long start = System.nanoTime();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean isOver;

        private Run(InetSocketAddress server) {
            for (int number = 0; number < connections; number++) {
                int connection = number;
                threads.add(Thread.ofVirtual().start(() -> send(connection, server)));
            }
        }

        private void send(int connection, InetSocketAddress server) {
            long gap = connections * 1_000_000_000L / perSecond;
            long due = start + gap * connection / connections;
            try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
                socket.setTcpNoDelay(true);
                for (long sent = 0; !isOver; sent++, due += gap) {
                    LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                    socket.getOutputStream().write(requests.next(connection, sent));
                    (isOk(socket.getInputStream()) ? ok : other).incrementAndGet();
                    micros.incrementAndGet((int) Math.min(Score.PLACES - 1, (System.nanoTime() - due) / 1000));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /* Answers to events that are stored have no body. */
        private static boolean isOk(InputStream in) throws IOException {
            byte[] buffer = new byte[8192];
            int size = 0;
            while (size < 4 || buffer[size - 1] != '\n' || buffer[size - 3] != '\n') {
                int read = in.read(buffer, size, buffer.length - size);
                if (read < 0) {
                    throw new IOException("the connection has ended");
                }
                size += read;
                if (buffer[9] != '2') {
                    return false;
                }
            }
            return true;
        }

        /// Ends it.
        Score end() throws InterruptedException {
            long taken = System.nanoTime() - start;
            isOver = true;
            for (Thread thread : threads) {
                thread.join();
            }
            long[] times = new long[Score.PLACES];
            Arrays.setAll(times, micros::get);
            return new Score(ok.get(), other.get(), 0, times, Duration.ofNanos(taken));
        }
    }

    Run start(InetSocketAddress server) {
        return new Run(server);
    }
}
