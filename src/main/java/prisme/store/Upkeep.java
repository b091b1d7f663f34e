package prisme.store;

import java.time.Duration;
import prisme.threads.Rounds;

/// Does at short intervals what no append waits for: checks that the segment is still there, syncs when a sync is due,
/// and tries whether a disk that was full has room again.
final class Upkeep {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SyncPolicy policy;
    private final Tail tail;
    private final GroupCommit commit;
    private final Rounds rounds;

    Upkeep(SyncPolicy policy, Tail tail, GroupCommit commit) {
        this.policy = policy;
        this.tail = tail;
        this.commit = commit;
        this.rounds = new Rounds(Thread.ofPlatform().name("prisme-store-upkeep"), this::once,
                new Rounds.Trouble(pause(), this::tell));
    }

    void start() {
        rounds.start();
    }

    /// Returns when a sync that is under way has ended.
    void end() {
        rounds.close();
    }

    private Duration once() {
        try {
            tail.requireThere();
            if (policy instanceof SyncPolicy.Every(Duration longest)) {
                /* What would have waited for more than half of the time by the next turn is synced now, as a sync takes
                 * time as well. */
                tail.syncIfOlder(half(longest).minus(pause()).toNanos());
            }
        } catch (StoreException e) {
            commit.failed(e);
        }
        commit.probe();
        return pause();
    }

    private void tell(Throwable failure) {
        commit.failed(new StoreException("events could not be synced: " + failure));
    }

    private Duration pause() {
        return policy instanceof SyncPolicy.Every(Duration longest) && half(longest).compareTo(LONGEST_PAUSE) < 0
                ? half(longest) : LONGEST_PAUSE;
    }

    /* Not by Duration's own division, which loads BigDecimal: its constants take a tenth of a second of every start. */
    private static Duration half(Duration whole) {
        return Duration.ofNanos(whole.toNanos() / 2);
    }
}
