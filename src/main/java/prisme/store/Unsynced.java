package prisme.store;

import java.util.Arrays;

/// The records that were written and are not yet known to be on the disk. They can be written once more should their
/// sync fail: the kernel may have dropped what it could not write, and then they are nowhere else.
///
/// One thread adds records while another may sync. What is added during a sync may not be part of it, and stays.
final class Unsynced {
    /// The most bytes that are kept; when they are used up, a sync is due.
    static final int MOST = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 16, 4L * Frame.MAX_SIZE, 8L << 20);

    private static final int FIRST_SIZE = 64 * 1024;

    private byte[] bytes = new byte[0];
    private int size;
    private int beingSynced;

    synchronized boolean hasRoomFor(int more) {
        return more <= MOST - size;
    }

    /// Takes the memory for `more` bytes, so that [#add(byte[], int)] cannot fail for lack of it.
    synchronized void reserve(int more) {
        if (bytes.length < size + more) {
            bytes = Arrays.copyOf(bytes, Math.max(FIRST_SIZE, Math.max(size + more, Math.min(MOST, 2 * bytes.length))));
        }
    }

    /// Keeps whole records. To be called when they have been written.
    synchronized void add(byte[] records, int length) {
        reserve(length);
        System.arraycopy(records, 0, bytes, size, length);
        size += length;
    }

    synchronized void syncBegins() {
        beingSynced = size;
    }

    synchronized void syncSucceeded() {
        System.arraycopy(bytes, beingSynced, bytes, 0, size - beingSynced);
        size -= beingSynced;
        beingSynced = 0;
    }

    /// The records that are kept, in the order in which they were written.
    synchronized byte[] records() {
        return Arrays.copyOf(bytes, size);
    }
}
