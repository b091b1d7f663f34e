package prisme.store;

/// Where a record is, and how it ranks among those that have the same key.
record Place(Segment segment, long position, long sequence, int rank) {
    /// Of two records with the same key the one that counts: of equal rank the later one.
    static Place stronger(Place one, Place other) {
        if (one.rank != other.rank) {
            return one.rank > other.rank ? one : other;
        }
        return one.sequence > other.sequence ? one : other;
    }
}
