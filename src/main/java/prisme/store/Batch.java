package prisme.store;

import java.util.ArrayList;
import java.util.List;

/// Records that are written with one write. Its buffer is used again and again.
final class Batch {
    private final byte[] bytes = new byte[Frame.MAX_SIZE];
    private final List<Pending> records = new ArrayList<>();
    private int size;

    boolean hasRoomFor(Pending record) {
        return record.record().length <= bytes.length - size;
    }

    void add(Pending record) {
        System.arraycopy(record.record(), 0, bytes, size, record.record().length);
        size += record.record().length;
        records.add(record);
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int count() {
        return records.size();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /// Completes all records.
    ///
    /// @param first the sequence number of the first one
    void seal(Frame frame, long first) {
        int at = 0;
        long sequence = first;
        for (Pending record : records) {
            frame.seal(bytes, at, record.record().length, sequence++);
            at += record.record().length;
        }
    }

    void stored() {
        records.forEach(Pending::stored);
        clear();
    }

    void failed(StoreException why) {
        records.forEach(record -> record.failed(why));
        clear();
    }

    private void clear() {
        records.clear();
        size = 0;
    }
}
