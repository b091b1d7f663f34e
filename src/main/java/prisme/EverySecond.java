package prisme;

import java.time.Duration;
import prisme.threads.Rounds;
import prisme.wording.Failure;

/// Does something every second, beside all else, and logs when it fails.
final class EverySecond {
    private static final System.Logger LOGGER = System.getLogger("prisme");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private EverySecond() {}

    /// Does it for the first time in a second: what is done right now is in nobody's way at the start.
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
