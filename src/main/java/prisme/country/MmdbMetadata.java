package prisme.country;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// What the end of a database file says about the rest of it.
///
/// @param nodes      number of nodes of the search tree
/// @param recordBits bits of one record of a node: 24, 28 or 32
/// @param ipVersion  4, or 6 for a tree that holds both versions
/// @param type       the name of the product, such as `GeoLite2-Country`
/// @param start      where the mark before the metadata is in the file: the end of the data section
record MmdbMetadata(long nodes, int recordBits, int ipVersion, String type, long start) {
    private static final byte[] MARK = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final long MAX_SIZE = 128 * 1024;
    private static final int MAJOR_VERSION = 2;
    private static final int MAX_TYPE_LENGTH = 100;

    /// Reads the metadata behind the last mark in the file.
    ///
    /// @throws MmdbRefusal when there is none, or it describes no database that can be read
    static MmdbMetadata of(MemorySegment file) {
        long start = lastMark(file);
        MmdbSection section = new MmdbSection(file.asSlice(start + MARK.length), start + MARK.length);
        MmdbValue map = section.resolve(0);
        if (map.type() != MmdbType.MAP) {
            throw section.damage(0, "the metadata is no map");
        }
        return new Fields(section, map).metadata(start);
    }

    /// How many bytes the search tree takes.
    long treeSize() {
        return nodes * recordBits * 2 / Byte.SIZE;
    }

    private static long lastMark(MemorySegment file) {
        long last = file.byteSize() - MARK.length;
        for (long at = last; at >= Math.max(0, last - MAX_SIZE); at--) {
            if (isMark(file, at)) {
                return at;
            }
        }
        throw new MmdbRefusal("is no MaxMind database (.mmdb), or is cut short: the metadata near its end is missing;"
                + " unpack it if it is compressed, or download it again");
    }

    private static boolean isMark(MemorySegment file, long at) {
        int same = 0;
        while (same < MARK.length && file.get(ValueLayout.JAVA_BYTE, at + same) == MARK[same]) {
            same++;
        }
        return same == MARK.length;
    }

    /// The map of the metadata while it is read.
    private record Fields(MmdbSection section, MmdbValue map) {
        MmdbMetadata metadata(long start) {
            checkVersion(number("binary_format_major_version"));
            long nodes = number("node_count");
            long recordBits = number("record_size");
            long ipVersion = number("ip_version");
            require("node_count", nodes >= 0 && nodes <= 0xffff_ffffL);
            require("record_size", recordBits == 24 || recordBits == 28 || recordBits == 32);
            require("ip_version", ipVersion == 4 || ipVersion == 6);
            return new MmdbMetadata(nodes, (int) recordBits, (int) ipVersion, type(), start);
        }

        private void checkVersion(long major) {
            if (major != MAJOR_VERSION) {
                throw new MmdbRefusal("is of version " + major + " of MaxMind's format; version " + MAJOR_VERSION
                        + " is needed");
            }
        }

        private void require(String field, boolean met) {
            if (!met) {
                throw section.damage(map.place(), "the metadata's " + field + " is out of range: " + number(field));
            }
        }

        private long number(String field) {
            long place = section.find(map, field)[0];
            if (place < 0) {
                throw section.damage(map.place(), "the metadata has no " + field);
            }
            MmdbValue value = section.resolve(place);
            if (!value.type().isUnsigned()) {
                throw section.damage(place, "the metadata's " + field + " is no number");
            }
            return section.number(value);
        }

        private String type() {
            long place = section.find(map, "database_type")[0];
            return place < 0 ? "unnamed" : section.printable(section.resolve(place), MAX_TYPE_LENGTH);
        }
    }
}
