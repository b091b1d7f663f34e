package prisme.store;

import java.util.List;
import java.util.TreeMap;

/// Of all places it is offered, those with the first keys.
final class Slice {
    private final int most;
    private final TreeMap<SortKey, Place> places = new TreeMap<>();
    /* It is compared with the key of every event there is, and the map would have to look for it. */
    private SortKey last = SortKey.FIRST;

    /// @param most how many places it holds
    Slice(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /// Gives all of them away, in the order of their keys; the keys are forgotten.
    List<Place> take() {
        List<Place> taken = List.copyOf(places.values());
        places.clear();
        return taken;
    }

    /// The last key there was; before all others where there was none.
    SortKey last() {
        return last;
    }

    /// Whether it is full and all its keys come before those of this time.
    boolean endsBefore(long time) {
        return isFull() && time > last.time();
    }

    /// Whether it would take a place with this key.
    boolean takes(SortKey key) {
        return !isFull() || key.compareTo(last) <= 0;
    }

    private boolean isFull() {
        return places.size() == most;
    }

    /// Takes a place in; of two with the same key, the stronger one. The last one goes when there are too many.
    void add(SortKey key, Place place) {
        places.merge(key, place, Place::stronger);
        if (places.size() > most) {
            places.pollLastEntry();
        }
        last = places.lastKey();
    }
}
