package prisme.threads;

/// The end of a thread that was told to end.
public final class Ending {
    private Ending() {}

    /// Returns when the thread is over. Whoever is interrupted meanwhile waits all the same, since what the thread
    /// works on is closed next, and stays interrupted.
    public static void await(Thread thread) {
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
