package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Knows when there are so many connections that the next one could not be kept for another request.
/* The JDK's server, when it keeps no more idle ones (`maxIdleConnections`), closes the next one right behind its
 * answer and does not say so in that: a client that has sent its next request gets no answer to it. So it is said
 * here, in time. Where the idle ones cannot be seen, see [JdkServer], nothing is said. */
final class KeptConnections {
    private static final long LOOK_NANOS = 10_000_000;

    private final Collection<?> idle;
    private final int most;
    private final LongSupplier nanoTime;
    private final AtomicInteger going = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicLong lookedAt;
    private volatile int seen;

    /// @param idle     those on which nothing is asked
    /// @param most     how many of them are kept
    /// @param nanoTime the time, as [System#nanoTime()] has it
    KeptConnections(Collection<?> idle, int most, LongSupplier nanoTime) {
        this.idle = idle;
        this.most = most;
        this.nanoTime = nanoTime;
        this.lookedAt = new AtomicLong(nanoTime.getAsLong() - LOOK_NANOS);
    }

    /// Those of a server.
    ///
    /// @param most how many idle ones it keeps
    static KeptConnections of(HttpServer server, int most) {
        return new KeptConnections(JdkServer.idle(server).orElse(List.of()), most, System::nanoTime);
    }

    /// Whether there is room for the connection that is answered now; then [#answered()] must follow. An eighth is left
    /// for those that are asked about at the same time.
    /* A connection is among the idle ones only a moment after its answer, and after a pause of the whole program
     * hundreds of answers are given at once: so those count, too, that are on their way or went since the look
     * before the last. */
    boolean haveRoom() {
        long now = nanoTime.getAsLong();
        long before = lookedAt.get();
        if (now - before >= LOOK_NANOS && lookedAt.compareAndSet(before, now)) {
            look();
        }
        boolean hasRoom = seen + gone.get() + going.incrementAndGet() <= most - most / 8;
        if (!hasRoom) {
            going.decrementAndGet();
        }
        return hasRoom;
    }

    /* Who asks meanwhile may find some counted twice, but none left out. */
    private void look() {
        int went = gone.get();
        seen = went + idle.size();
        gone.addAndGet(-went);
    }

    /// To be called when the answer is sent.
    void answered() {
        gone.incrementAndGet();
        going.decrementAndGet();
    }
}
