package prisme.store;

import java.util.concurrent.locks.LockSupport;

/// A record on its way to the disk, and the thread that waits for it.
final class Pending {
    private sealed interface Outcome {
        record Open() implements Outcome {}

        record Stored() implements Outcome {}

        record Failed(StoreException why) implements Outcome {}
    }

    private static final Outcome OPEN = new Outcome.Open();
    private static final Outcome STORED = new Outcome.Stored();

    private final byte[] record;
    private final Thread waiter = Thread.currentThread();
    private volatile Outcome outcome = OPEN;

    Pending(byte[] record) {
        this.record = record;
    }

    byte[] record() {
        return record;
    }

    boolean isSettled() {
        return outcome != OPEN;
    }

    void stored() {
        settle(STORED);
    }

    void failed(StoreException why) {
        settle(new Outcome.Failed(why));
    }

    /// Lets the waiting thread look again.
    void wake() {
        LockSupport.unpark(waiter);
    }

    private void settle(Outcome result) {
        outcome = result;
        if (waiter != Thread.currentThread()) {
            wake();
        }
    }

    /// @throws StoreException when the record could not be stored
    void requireStored() throws StoreException {
        if (outcome instanceof Outcome.Failed(StoreException why)) {
            throw new StoreException(why);
        }
    }
}
