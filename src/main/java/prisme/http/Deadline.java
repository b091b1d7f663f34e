package prisme.http;

import java.time.Duration;

/// Bounds the time that the current thread spends on a connection. The interrupt at its end closes the channel for
/// which the thread waits.
final class Deadline implements AutoCloseable {
    private final Thread timer;

    private Deadline(Thread timer) {
        this.timer = timer;
    }

    /// Interrupts the current thread after this time, unless it is closed before.
    static Deadline in(Duration time) {
        Thread worker = Thread.currentThread();
        return new Deadline(Thread.ofVirtual().start(() -> interruptLater(worker, time)));
    }

    private static void interruptLater(Thread worker, Duration time) {
        try {
            Thread.sleep(time);
            worker.interrupt();
        } catch (InterruptedException _) {
            return;  // it was in time
        }
    }

    @Override public void close() {
        timer.interrupt();
    }
}
