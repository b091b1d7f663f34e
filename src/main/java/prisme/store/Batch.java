package prisme.store;

import java.util.ArrayList;
import java.util.List;

/// Records that are written with one write. Its buffer is used again and again.
final class Batch {
    private final byte[] bytes = new byte[Frame.MAX_SIZE];
    private final List<Pending> parcels = new ArrayList<>();
    private int size;
    private int count;

    boolean hasRoomFor(Pending parcel) {
        return parcel.size() <= bytes.length - size;
    }

    void add(Pending parcel) {
        for (byte[] record : parcel.records()) {
            System.arraycopy(record, 0, bytes, size, record.length);
            size += record.length;
            count++;
        }
        parcels.add(parcel);
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
        return parcels.isEmpty();
    }

    /// Completes all records.
    ///
    /// @param first the sequence number of the first one
    /// @return the checksum of the last one
    int seal(Frame frame, long first) {
        int at = 0;
        int checksum = 0;
        long sequence = first;
        for (Pending parcel : parcels) {
            for (byte[] record : parcel.records()) {
                checksum = frame.seal(bytes, at, record.length, sequence++);
                at += record.length;
            }
        }
        return checksum;
    }

    void stored() {
        parcels.forEach(Pending::stored);
        clear();
    }

    void failed(StoreException why) {
        parcels.forEach(parcel -> parcel.failed(why));
        clear();
    }

    private void clear() {
        parcels.clear();
        size = 0;
        count = 0;
    }
}
