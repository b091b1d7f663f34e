package prisme.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Sends requests over so many keep-alive connections, on each the next one when the last is answered, and counts.
///
/// @param connections how many of them
/// @param threads how many threads share them
/// @param requests what is sent
/// @param runs how many there were so far
public record LoadGenerator(int connections, int threads, Requests requests, AtomicLong runs) {
    /// How many requests of a connection every run leaves out, so that none repeats those of another.
    private static final long APART = 10_000_000;

    public LoadGenerator(int connections, int threads, Requests requests) {
        this(connections, threads, requests, new AtomicLong());
    }

    /// Makes the requests.
    @FunctionalInterface
    public interface Requests {
        /// The bytes of one whole request.
        ///
        /// @param connection which connection it is for, from 0
        /// @param number how many were sent on it before; every run begins at a multiple of ten million of its own
        byte[] next(int connection, long number);
    }

    /// Runs against one server for a time.
    public Score run(InetSocketAddress server, Duration time) throws IOException, InterruptedException {
        List<Callable<Score>> lanes = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        long number = runs.getAndIncrement() * APART;
        for (int lane = 0; lane < threads; lane++) {
            int first = lane;
            lanes.add(() -> new Lane(this, first, server, number).drive(end));
        }
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Score sum = Score.none();
            for (Future<Score> lane : executor.invokeAll(lanes)) {
                sum = sum.plus(result(lane));
            }
            return sum.in(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Score result(Future<Score> lane) throws InterruptedException {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }
}
