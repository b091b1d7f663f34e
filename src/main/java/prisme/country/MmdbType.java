package prisme.country;

/// The kinds of values of the format, in the order of their numbers, with the sizes that each may have.
enum MmdbType {
    EXTENDED(0, 0), POINTER(0, 0), STRING(0, Integer.MAX_VALUE), DOUBLE(8, 8), BYTES(0, Integer.MAX_VALUE),
    UINT16(0, 2), UINT32(0, 4), MAP(0, Integer.MAX_VALUE), INT32(0, 4), UINT64(0, 8), UINT128(0, 16),
    ARRAY(0, Integer.MAX_VALUE), CACHE_CONTAINER(0, 0), END_MARKER(0, 0), BOOLEAN(0, 1), FLOAT(4, 4);

    static final int FIRST_EXTENDED = INT32.ordinal();
    private static final MmdbType[] BY_NUMBER = values();

    private final int minSize;
    private final int maxSize;

    MmdbType(int minSize, int maxSize) {
        this.minSize = minSize;
        this.maxSize = maxSize;
    }

    /// @param number at most 15
    static MmdbType of(int number) {
        return BY_NUMBER[number];
    }

    static int count() {
        return BY_NUMBER.length;
    }

    /// Whether such a value can stand in a file: the format knows two kinds that exist in memory alone.
    boolean isStored() {
        return this != EXTENDED && this != CACHE_CONTAINER && this != END_MARKER;
    }

    boolean isUnsigned() {
        return this == UINT16 || this == UINT32 || this == UINT64;
    }

    boolean allows(long size) {
        return size >= minSize && size <= maxSize;
    }
}
