package prisme.country;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Walks the search tree of a database from left to right, and so meets its networks in ascending order.
///
/// A tree of version 6 has the version 4 space at `::/96`. In many files other places, `2002::/16` among them, lead to
/// the same node. Such a place is kept as a reference; otherwise every range of version 4 would be there many times.
///
/// No network is walked deeper than addresses have bits, so a tree that leads back into itself is detected. A tree
/// whose branches join again and again could have more paths than anyone can walk. So the walk may visit a node
/// [#VISITS_PER_NODE] times on average, where honest trees need one visit.
final class MmdbRanges {
    private static final int VISITS_PER_NODE = 8;
    private static final int VISITS_AT_LEAST = 1 << 16;
    private static final int IPV4_DEPTH = 96;

    private final MmdbTree tree;
    private final MmdbCountries countries;
    private final Ipv4Ranges.Builder ipv4 = new Ipv4Ranges.Builder(1024);
    private final Ipv6Ranges.Builder ipv6 = new Ipv6Ranges.Builder(1024);
    private final long maxBytes;
    private long visitsLeft;

    /// All ranges of a file.
    ///
    /// @param maxBytes how much heap the ranges of each version may take
    /// @throws MmdbRefusal when the tree, or anything it leads to, is damaged, or there are too many ranges
    static CountryRanges of(MemorySegment file, MmdbMetadata metadata, long maxBytes) {
        long treeSize = metadata.treeSize();
        long dataStart = treeSize + MmdbTree.SEPARATOR;
        checkSeparator(file, treeSize, metadata.start());
        MmdbSection data = new MmdbSection(file.asSlice(dataStart, metadata.start() - dataStart), dataStart);
        MmdbTree tree = new MmdbTree(file.asSlice(0, treeSize), metadata.recordBits(), metadata.nodes(), data.size());
        MmdbRanges ranges = new MmdbRanges(tree, new MmdbCountries(data), maxBytes);
        return metadata.ipVersion() == 4 ? ranges.version4() : ranges.version6();
    }

    private static void checkSeparator(MemorySegment file, long at, long end) {
        if (at + MmdbTree.SEPARATOR > end) {
            throw MmdbRefusal.damage(end, "the search tree should reach to byte " + at);
        }
        for (long i = at; i < at + MmdbTree.SEPARATOR; i++) {
            if (file.get(ValueLayout.JAVA_BYTE, i) != 0) {
                throw MmdbRefusal.damage(i, "the search tree does not end where it should");
            }
        }
    }

    private MmdbRanges(MmdbTree tree, MmdbCountries countries, long maxBytes) {
        this.tree = tree;
        this.countries = countries;
        this.maxBytes = maxBytes;
        this.visitsLeft = VISITS_AT_LEAST + VISITS_PER_NODE * tree.nodes();
    }

    private CountryRanges version4() {
        walk4(0, 0, 0);
        ipv6.add(0, 0, CountryCode.UNKNOWN);
        return new CountryRanges(ipv4.build(), ipv6.build());
    }

    private CountryRanges version6() {
        long ipv4Root = ipv4Root();
        walk4(ipv4Root, 0, 0);
        walk6(0, 0, 0, 0, ipv4Root);
        return new CountryRanges(ipv4.build(), ipv6.build());
    }

    private long ipv4Root() {
        long at = 0;
        for (int depth = 0; depth < IPV4_DEPTH && tree.isNode(at); depth++) {
            at = tree.zero(at);
        }
        return at;
    }

    private void walk4(long at, int depth, int prefix) {
        if (tree.isNode(at)) {
            visit(at, depth, Integer.SIZE);
            walk4(tree.zero(at), depth + 1, prefix);
            walk4(tree.one(at), depth + 1, prefix | Integer.MIN_VALUE >>> depth);
        } else {
            ipv4.add(prefix, code(at));
            checkSize((long) ipv4.count() * Ipv4Ranges.BYTES);
        }
    }

    private void walk6(long at, int depth, long high, long low, long ipv4Root) {
        if (tree.isNode(at) && at != ipv4Root) {
            visit(at, depth, 2 * Long.SIZE);
            walk6(tree.zero(at), depth + 1, high, low, ipv4Root);
            long bit = Long.MIN_VALUE >>> depth;
            boolean inHigh = depth < Long.SIZE;
            walk6(tree.one(at), depth + 1, inHigh ? high | bit : high, inHigh ? low : low | bit, ipv4Root);
        } else {
            ipv6.add(high, low, at == ipv4Root && tree.isNode(at) ? embedded(at, depth) : code(at));
            checkSize((long) ipv6.count() * Ipv6Ranges.MAX_BYTES);
        }
    }

    private short code(long at) {
        return tree.isNothing(at) ? CountryCode.UNKNOWN : countries.codeAt(tree.dataAt(at));
    }

    private short embedded(long at, int depth) {
        if (depth > IPV4_DEPTH) {
            throw tree.damage(at, "the search tree is deeper than an address has bits");
        }
        return CountryRanges.embeddedAfter(depth);
    }

    private void visit(long node, int depth, int bits) {
        if (depth == bits) {
            throw tree.damage(node, "the search tree is deeper than an address has bits");
        }
        if (visitsLeft-- <= 0) {
            throw tree.damage(node, "the branches of the search tree join too often");
        }
    }

    private void checkSize(long bytes) {
        if (bytes > maxBytes) {
            throw new MmdbRefusal("changes country so often that its ranges take more than " + maxBytes
                    + " bytes; give Java a larger heap (-Xmx), or use a smaller database");
        }
    }
}
