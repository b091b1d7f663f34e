package prisme;

import java.time.Duration;
import prisme.threads.Rounds;
import prisme.wording.Failure;

/// Runs a task every second on a thread of its own, and logs its failures.
final class EverySecond {
    private static final System.Logger LOGGER = System.getLogger("prisme");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private EverySecond() {}

    /// Starts the thread. The task runs for the first time after a second, so that it does not slow down the start.
    static Rounds start(String name, Runnable task) {
        Rounds every = new Rounds(Thread.ofPlatform().name(name), () -> {
            task.run();
            return SECOND;
        }, new Rounds.Trouble(SECOND, e ->
                LOGGER.log(System.Logger.Level.ERROR, () -> name + ": " + Failure.bug(e))));
        every.startAfter(SECOND);
        return every;
    }
}
