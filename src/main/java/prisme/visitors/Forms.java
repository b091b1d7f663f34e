package prisme.visitors;

import java.util.ArrayList;
import java.util.List;
import prisme.event.DeviceId;

/// Byte strings by the ids of their devices, one behind the other in one array of bounded size, in the order in which
/// they came:
/// ```
/// ┌──────────────┬──────────────┬─────────┐
/// │ device <16 B>│ length <4 B> │ form... │  the length of one that was removed is negative
/// └──────────────┴──────────────┴─────────┘
/// ```
/// What is removed leaves a hole until the array is full; then those that are left move together, which frees an
/// eighth of it at least, so that a byte is moved seven times on average at most. An index from the hash of the id to
/// the place, with open addressing, finds them.
///
/* Objects that live for minutes and then die are what a garbage collector with generations is worst at. With a map of
 * byte arrays a young collection took 3 ms under load, with these two arrays it takes 0.8 (-Xmx64m, serial). */
final class Forms {
    /// What [#find] answers when there is none, and [#eldest].
    static final int NONE = -1;

    private static final int LENGTH_AT = 16;
    private static final int HEAD = 20;
    private static final int SMALLEST = 1024;
    private static final int SLOTS = 16;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final int most;
    private byte[] bytes;
    private int end;
    private int eldest;
    private int live;
    private int count;
    /// The places of those that are there, each plus one; 0 where there is none. At least half of it is free.
    private int[] index;

    /// @param most how many bytes the array may have
    Forms(int most) {
        this.most = most;
        clear();
    }

    /// Removes all.
    void clear() {
        bytes = new byte[Math.min(SMALLEST, most)];
        index = new int[SLOTS];
        end = 0;
        eldest = 0;
        live = 0;
        count = 0;
    }

    int count() {
        return count;
    }

    /// How long a form may be so that there is room for it beside others: half of what there is.
    int longest() {
        return most / 2 - HEAD;
    }

    /// Whether another form of that length fits without one being removed.
    boolean hasRoomFor(int length) {
        return live + HEAD + length <= most - most / 8;
    }

    /// Adds one. There must be [room][#hasRoomFor(int)] for it and none of that id.
    void add(DeviceId id, byte[] form, int length) {
        int need = HEAD + length;
        if (bytes.length - end < need) {
            moveTogether(sizeFor(live + need));
        }
        BigEndian.putLong(bytes, end, id.high());
        BigEndian.putLong(bytes, end + Long.BYTES, id.low());
        BigEndian.putInt(bytes, end + LENGTH_AT, length);
        System.arraycopy(form, 0, bytes, end + HEAD, length);
        count++;
        end += need;
        live += need;
        if (count * 2 > index.length) {
            indexAnew();
        } else {
            enter(end - need);
        }
    }

    /// The place of the form of that id; [#NONE] if there is none. It is good until one is added or removed.
    int find(DeviceId id) {
        int slot = slotOf(id);
        return slot < 0 ? NONE : index[slot] - 1;
    }

    /// The place of the one that came first; [#NONE] if there is none.
    int eldest() {
        if (count == 0) {
            return NONE;
        }
        eldest = firstFrom(eldest);
        return eldest;
    }

    /// The array in which all forms are.
    byte[] bytes() {
        return bytes;
    }

    /// Where the form begins that is at this place.
    int begin(int place) {
        return place + HEAD;
    }

    /// Where it ends.
    int end(int place) {
        return place + HEAD + lengthAt(place);
    }

    /// Takes away the one at this place.
    void remove(int place) {
        int slot = slotOf(idAt(place));
        int length = lengthAt(place);
        BigEndian.putInt(bytes, place + LENGTH_AT, -length - 1);
        live -= HEAD + length;
        count--;
        close(slot);
    }

    /// The ids of all, in the order in which they came.
    List<DeviceId> ids() {
        List<DeviceId> ids = new ArrayList<>(count);
        for (int place = firstFrom(0); place < end; place = firstFrom(next(place))) {
            ids.add(idAt(place));
        }
        return ids;
    }

    /// The first place from that one on at which there is one.
    private int firstFrom(int place) {
        int at = place;
        while (at < end && BigEndian.intAt(bytes, at + LENGTH_AT) < 0) {
            at = next(at);
        }
        return at;
    }

    private int next(int place) {
        int length = lengthAt(place);
        return place + HEAD + (length < 0 ? -length - 1 : length);
    }

    private int lengthAt(int place) {
        return BigEndian.intAt(bytes, place + LENGTH_AT);
    }

    private DeviceId idAt(int place) {
        return new DeviceId(BigEndian.longAt(bytes, place), BigEndian.longAt(bytes, place + Long.BYTES));
    }

    private int sizeFor(int wanted) {
        long size = Math.min(SMALLEST, most);
        while (size < most && size - size / 8 < wanted) {
            size *= 2;
        }
        return (int) Math.min(size, most);
    }

    private void moveTogether(int size) {
        byte[] to = size == bytes.length ? bytes : new byte[size];
        int at = 0;
        int place = firstFrom(eldest);
        while (place < end) {
            int length = HEAD + lengthAt(place);
            int following = firstFrom(place + length);
            System.arraycopy(bytes, place, to, at, length);
            at += length;
            place = following;
        }
        bytes = to;
        end = at;
        eldest = 0;
        indexAnew();
    }

    private void indexAnew() {
        index = new int[2 * Integer.highestOneBit(Math.max(SLOTS / 2, 2 * count - 1))];
        for (int place = firstFrom(0); place < end; place = firstFrom(next(place))) {
            enter(place);
        }
    }

    private void enter(int place) {
        int slot = home(place);
        while (index[slot] != 0) {
            slot = behind(slot);
        }
        index[slot] = place + 1;
    }

    /// The slot of an id, or -1.
    private int slotOf(DeviceId id) {
        int slot = home(id.high(), id.low());
        while (index[slot] != 0) {
            int place = index[slot] - 1;
            if (BigEndian.longAt(bytes, place) == id.high()
                    && BigEndian.longAt(bytes, place + Long.BYTES) == id.low()) {
                return slot;
            }
            slot = behind(slot);
        }
        return -1;
    }

    /// Empties a slot and moves those up that would not be found behind an empty one.
    private void close(int slot) {
        int free = slot;
        for (int next = behind(free); index[next] != 0; next = behind(next)) {
            int away = next - home(index[next] - 1) & index.length - 1;
            if (away >= (next - free & index.length - 1)) {
                index[free] = index[next];
                free = next;
            }
        }
        index[free] = 0;
    }

    private int behind(int slot) {
        return slot + 1 & index.length - 1;
    }

    private int home(int place) {
        return home(BigEndian.longAt(bytes, place), BigEndian.longAt(bytes, place + Long.BYTES));
    }

    private int home(long high, long low) {
        return (int) ((high ^ low) * GOLDEN >>> Long.numberOfLeadingZeros(index.length - 1L));
    }
}
