package prisme.country;

/// The head of a value.
///
/// @param type    what it is
/// @param place   where it starts, in bytes from the start of the section
/// @param size    the bytes of a payload, entries of a map or an array, value of a boolean, or target of a pointer
/// @param payload where its contents start, in bytes from the start of the section
record MmdbValue(MmdbType type, long place, long size, long payload) {
    /// Where a value without values inside it ends.
    long end() {
        return switch (type) {
            case POINTER, BOOLEAN, MAP, ARRAY -> payload;
            case EXTENDED, STRING, DOUBLE, BYTES, UINT16, UINT32, INT32, UINT64, UINT128, CACHE_CONTAINER, END_MARKER,
                 FLOAT -> payload + size;
        };
    }
}
