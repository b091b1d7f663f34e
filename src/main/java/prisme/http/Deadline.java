package prisme.http;

import java.time.Duration;

/// Ends what the current thread does with a connection when it takes too long: an interrupt closes the channel that it
/// waits at.
final class Deadline implements AutoCloseable {
    private final Thread timer;

    private Deadline(Thread timer) {
        this.timer = timer;
    }

    /// Interrupts the current thread after so long, unless it is closed before.
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
