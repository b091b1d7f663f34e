package prisme.country;

/// How arrays grow whose final size is not known: by half, because a database of a million ranges must fit in a small
/// heap while it is copied.
final class Growth {
    private Growth() {}

    static int after(int capacity) {
        return capacity + capacity / 2 + 16;
    }
}
