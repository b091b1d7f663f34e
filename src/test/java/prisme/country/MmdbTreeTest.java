package prisme.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MmdbTreeTest {
    private static final long NODES = 0xffff_ffffL;

    @ParameterizedTest
    @CsvSource({
        "24, 010203 fefdfc, 010203, fefdfc",
        "28, 010203 9a fefdfc, 9010203, afefdfc",
        "32, 81020304 fefdfcfb, 81020304, fefdfcfb"
    })
    void readsBothRecordsOfANode(int recordBits, String node, String zero, String one) {
        MmdbTree tree = tree(recordBits, "00".repeat(recordBits / 4) + node.replace(" ", ""), NODES, 0);
        assertEquals(HexFormat.fromHexDigitsToLong(zero), tree.zero(1));
        assertEquals(HexFormat.fromHexDigitsToLong(one), tree.one(1));
    }

    @Test
    void leadsIntoTheDataAndNowhereElse() {
        int nodes = 1;
        int dataSize = 5;
        assertEquals(0, dataAt(nodes, nodes + 16, dataSize));
        assertEquals(4, dataAt(nodes, nodes + 20, dataSize));
        assertThrows(MmdbRefusal.class, () -> dataAt(nodes, nodes + 21, dataSize));
        assertThrows(MmdbRefusal.class, () -> dataAt(nodes, nodes + 15, dataSize));
        assertThrows(MmdbRefusal.class, () -> dataAt(nodes, nodes + 1, dataSize));
    }

    private static long dataAt(int nodes, int recordValue, int dataSize) {
        MmdbTree tree = tree(24, HexFormat.of().toHexDigits(recordValue, 6) + "000000", nodes, dataSize);
        return tree.dataAt(tree.zero(0));
    }

    private static MmdbTree tree(int recordBits, String hex, long nodes, long dataSize) {
        return new MmdbTree(MemorySegment.ofArray(HexFormat.of().parseHex(hex)), recordBits, nodes, dataSize);
    }
}
