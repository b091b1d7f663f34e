package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Decides whether a connection is kept after its answer for another request, as there is room for a limited number.
/* When the JDK's server has as many idle connections as it keeps (`maxIdleConnections`), it closes the next one right
 * behind its answer, in which it does not say so: a client that has sent its next request gets no answer to that. So it
 * is decided here, early enough to tell the client. Where the idle connections cannot be seen, see [JdkServer], all are
 * kept. */
final class KeptConnections {
    private static final long LOOK_NANOS = 10_000_000;

    private final Collection<?> idle;
    private final int most;
    private final LongSupplier nanoTime;
    private final AtomicInteger going = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicLong lookedAt;
    private volatile int seen;

    /// @param idle     the connections that have been answered and wait for the next request
    /// @param most     how many of them are kept
    /// @param nanoTime the time, as [System#nanoTime()] has it
    KeptConnections(Collection<?> idle, int most, LongSupplier nanoTime) {
        this.idle = idle;
        this.most = most;
        this.nanoTime = nanoTime;
        this.lookedAt = new AtomicLong(nanoTime.getAsLong() - LOOK_NANOS);
    }

    /// The kept connections of a server.
    ///
    /// @param most how many idle connections are kept
    static KeptConnections of(HttpServer server, int most) {
        return new KeptConnections(JdkServer.idle(server).orElse(List.of()), most, System::nanoTime);
    }

    /// Whether there is room for the connection that is answered now. If so, [#answered()] must follow. An eighth of
    /// the room is left for those that are asked about at the same time.
    /* A connection is among the idle ones only a moment after its answer, and after a pause of the whole program
     * hundreds of answers are sent at once. So the answers that are on their way are counted, too, and those that have
     * been sent since the look before the last one. */
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

    /* In the meantime another thread may see some counted twice, but none left out. */
    private void look() {
        int went = gone.get();
        seen = went + idle.size();
        gone.addAndGet(-went);
    }

    /// Notes that an answer has been sent for whose connection there was room.
    void answered() {
        gone.incrementAndGet();
        going.decrementAndGet();
    }
}
