package prisme.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import prisme.threads.Ending;

/// Does at short intervals what no append waits for: syncs that are due, and attempts whether a disk that was full has
/// room again. On a thread of its own, which does not keep the process alive.
final class Upkeep {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SyncPolicy policy;
    private final Tail tail;
    private final GroupCommit commit;
    private final Thread thread = Thread.ofPlatform().daemon().name("prisme-store-upkeep").unstarted(this::run);
    private volatile boolean isEnding;

    Upkeep(SyncPolicy policy, Tail tail, GroupCommit commit) {
        this.policy = policy;
        this.tail = tail;
        this.commit = commit;
    }

    void start() {
        thread.start();
    }

    /// Returns when a sync that is under way has ended.
    void end() {
        isEnding = true;
        LockSupport.unpark(thread);
        Ending.await(thread);
    }

    private void run() {
        while (!isEnding) {
            LockSupport.parkNanos(this, pause().toNanos());
            once();
        }
    }

    private void once() {
        try {
            if (policy instanceof SyncPolicy.Every(Duration longest)) {
                /* What would be too old by half at the next turn is synced at this one: a sync takes time as well. */
                tail.syncIfOlder(longest.dividedBy(2).minus(pause()).toNanos());
            }
        } catch (StoreException e) {
            commit.failed(e);
        }
        commit.probe();
    }

    private Duration pause() {
        return switch (policy) {
            case SyncPolicy.Every(Duration longest) when longest.dividedBy(2).compareTo(LONGEST_PAUSE) < 0 ->
                    longest.dividedBy(2);
            case SyncPolicy.Every _, SyncPolicy.Always _, SyncPolicy.Never _ -> LONGEST_PAUSE;
        };
    }
}
