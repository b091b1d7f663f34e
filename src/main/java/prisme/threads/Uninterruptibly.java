package prisme.threads;

/// Waits for the end of a thread that has been told to end.
public final class Uninterruptibly {
    private Uninterruptibly() {}

    /// Returns when the thread has ended. An interrupt meanwhile does not stop the wait, since the caller is going to
    /// close what the thread works on; the interrupt status is set again afterwards.
    public static void join(Thread thread) {
        boolean wasInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
