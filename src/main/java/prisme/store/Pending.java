package prisme.store;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Records on their way to the disk, which are stored together or not at all, and the thread that waits for that.
final class Pending {
    private sealed interface Outcome {
        record Open() implements Outcome {}

        record Stored() implements Outcome {}

        record Failed(StoreException why) implements Outcome {}
    }

    private static final Outcome OPEN = new Outcome.Open();
    private static final Outcome STORED = new Outcome.Stored();

    private final List<byte[]> records;
    private final int size;
    private final Thread waiter = Thread.currentThread();
    private volatile Outcome outcome = OPEN;

    /// @param records each of them room for the frame, and then the payload
    Pending(List<byte[]> records) {
        this.records = records;
        this.size = size(records);
    }

    private static int size(List<byte[]> records) {
        int size = 0;
        for (byte[] record : records) {
            size += record.length;
        }
        return size;
    }

    List<byte[]> records() {
        return records;
    }

    /// How many bytes all records have.
    int size() {
        return size;
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

    /// Lets the waiting thread check again.
    void wake() {
        LockSupport.unpark(waiter);
    }

    private void settle(Outcome result) {
        outcome = result;
        if (waiter != Thread.currentThread()) {
            wake();
        }
    }

    /// @throws StoreException when the records could not be stored
    void requireStored() throws StoreException {
        if (outcome instanceof Outcome.Failed(StoreException why)) {
            throw new StoreException(why);
        }
    }
}
