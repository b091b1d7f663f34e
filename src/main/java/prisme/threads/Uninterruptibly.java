package prisme.threads;

/// Waits for the end of a thread that was told to end.
public final class Uninterruptibly {
    private Uninterruptibly() {}

    /// Returns when the thread is over. Whoever is interrupted meanwhile waits all the same, since what the thread
    /// works on is closed next, and stays interrupted.
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
