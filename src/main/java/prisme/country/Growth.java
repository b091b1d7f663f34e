package prisme.country;

/// How arrays of unknown final size grow: by half, because a database of a million ranges must fit into a small heap
/// even while it is copied.
final class Growth {
    private Growth() {}

    static int after(int capacity) {
        return capacity + capacity / 2 + 16;
    }
}
