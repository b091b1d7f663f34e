package prisme.http;

import com.sun.net.httpserver.HttpServer;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/// Knows when there are so many connections that the next one could not be kept for another request.
/* The JDK's server keeps so many idle ones (`maxIdleConnections`), closes every further one right behind its answer and
 * does not say so in that: a client that has sent its next request gets no answer to it. So it is said here, in time.
 * The idle ones are in a field of the JDK's own, which the jar's manifest opens (Add-Opens); where it does not, or a later
 * JDK names it otherwise, nothing is said. */
final class KeptConnections {
    private static final long LOOK_NANOS = 10_000_000;

    private final Collection<?> idle;
    private final int most;
    private final LongSupplier nanoTime;
    private volatile long lookedAt;
    private volatile int seen;

    /// @param idle     those on which nothing is asked
    /// @param most     how many of them are kept
    /// @param nanoTime the time, as [System#nanoTime()] has it
    KeptConnections(Collection<?> idle, int most, LongSupplier nanoTime) {
        this.idle = idle;
        this.most = most;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong() - LOOK_NANOS;
    }

    /// Those of a server.
    ///
    /// @param most how many idle ones it keeps
    static KeptConnections of(HttpServer server, int most) {
        return new KeptConnections(idleOf(server), most, System::nanoTime);
    }

    private static Collection<?> idleOf(HttpServer server) {
        try {
            Object inner = open(server.getClass(), "server").get(server);
            return (Collection<?>) open(inner.getClass(), "idleConnections").get(inner);
        } catch (ReflectiveOperationException | RuntimeException _) {
            return List.of();  // as described above
        }
    }

    private static Field open(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /// Whether there is hardly room for one more. A quarter is left for what has happened since the last look, a
    /// hundredth of a second ago at most.
    boolean areTooMany() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt >= LOOK_NANOS) {
            lookedAt = now;
            seen = idle.size();
        }
        return seen > most - most / 4;
    }
}
