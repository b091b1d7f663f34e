package prisme.store;

import java.util.ArrayList;
import java.util.List;

/// Records that are written with one write. Its buffer is used again and again.
final class Batch {
    private final byte[] bytes = new byte[Frame.MAX_SIZE];
    private final List<Pending> pending = new ArrayList<>();
    private int size;
    private int count;

    boolean hasRoomFor(Pending more) {
        return more.size() <= bytes.length - size;
    }

    void add(Pending more) {
        for (byte[] record : more.records()) {
            System.arraycopy(record, 0, bytes, size, record.length);
            size += record.length;
            count++;
        }
        pending.add(more);
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /// Completes all records.
    ///
    /// @param first the sequence number of the first one
    /// @return the checksum of the last one
    int seal(Frame frame, long first) {
        int at = 0;
        int checksum = 0;
        long sequence = first;
        for (Pending each : pending) {
            for (byte[] record : each.records()) {
                checksum = frame.seal(bytes, at, record.length, sequence++);
                at += record.length;
            }
        }
        return checksum;
    }

    void stored() {
        pending.forEach(Pending::stored);
        clear();
    }

    void failed(StoreException why) {
        pending.forEach(each -> each.failed(why));
        clear();
    }

    private void clear() {
        pending.clear();
        size = 0;
        count = 0;
    }
}
