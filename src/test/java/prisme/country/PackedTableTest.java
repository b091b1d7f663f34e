package prisme.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import prisme.country.CountryTableGenerator.Range;

class PackedTableTest {
    private static final long IPV4_END = 1L << 29;

    @Test
    void keepsGapsAndNeighbours() throws IOException {
        PackedRanges ranges = packed(List.of(
                new Range(5, 7, "DE"), new Range(7, 8, "FR"), new Range(20, 21, "DE"))).ipv4();
        assertEquals(List.of("XX", "DE", "DE", "FR", "XX", "XX", "DE", "XX", "XX"),
                countries(ranges, 4, 5, 6, 7, 8, 19, 20, 21, IPV4_END - 1));
    }

    @Test
    void reachesBothEndsOfTheSpace() throws IOException {
        PackedTable table = PackedTable.of(CountryTableGenerator.pack(
                List.of(new Range(0, 1, "DE"), new Range(IPV4_END - 1, IPV4_END, "FR")),
                List.of(new Range(0, 1, "DE"), new Range(-1, 0, "FR"))));
        assertEquals(List.of("DE", "XX", "XX", "FR"), countries(table.ipv4(), 0, 1, IPV4_END - 2, IPV4_END - 1));
        assertEquals(List.of("DE", "XX", "XX", "XX", "FR"),
                countries(table.ipv6(), 0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1));
    }

    @Test
    void ordersVersion6AsUnsignedNumbers() throws IOException {
        PackedTable table = PackedTable.of(CountryTableGenerator.pack(List.of(),
                List.of(new Range(Long.MAX_VALUE, Long.MIN_VALUE, "DE"), new Range(Long.MIN_VALUE, -5, "FR"))));
        assertEquals(List.of("XX", "DE", "FR", "FR", "XX"),
                countries(table.ipv6(), 1, Long.MAX_VALUE, Long.MIN_VALUE, -6, -5));
    }

    @Test
    void findsItsWayAroundTheMiddleOfVersion6() throws IOException {
        List<Range> ranges = LongStream.range(-500, 500).map(i -> Long.MIN_VALUE + i)
                .mapToObj(start -> new Range(start, start + 1, start % 2 == 0 ? "DE" : "FR")).toList();
        PackedRanges packed = PackedTable.of(CountryTableGenerator.pack(List.of(), ranges)).ipv6();
        ranges.forEach(range -> assertEquals(range.country(), packed.countryOf(range.start())));
        assertEquals(List.of("XX", "XX"), countries(packed, 0, -1));
    }

    @Test
    void findsItsWayWithManyStridesAndLengths() throws IOException {
        List<Range> ranges = LongStream.range(0, 2_000)
                .mapToObj(i -> new Range(i * i, (i + 1) * (i + 1), i % 2 == 0 ? "DE" : "FR")).toList();
        PackedRanges packed = packed(ranges).ipv4();
        for (Range range : ranges) {
            assertEquals(range.country(), packed.countryOf(range.start()));
            assertEquals(range.country(), packed.countryOf(range.end() - 1));
        }
        assertEquals("XX", packed.countryOf(2_000L * 2_000));
    }

    @Test
    void refusesATableThatIsCutShortAnywhere() throws IOException {
        byte[] whole = small();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> PackedTable.of(cut));
        }
    }

    /// A few bits mean nothing, such as those that fill up the last byte before the checksum.
    @Test
    void refusesATableWithAnyBitTurnedOverThatMeansSomething() throws IOException {
        byte[] bytes = small();
        int refused = 0;
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            refused += isRefused(bytes) ? 1 : 0;
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
        assertTrue(refused > bytes.length * Byte.SIZE * 9 / 10, refused + " bits of " + bytes.length + " bytes");
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            PackedTable table = PackedTable.of(bytes);
            assertEquals(List.of("XX", "DE", "XX"), countries(table.ipv4(), 0, 1, 2));
            assertEquals(List.of("XX", "FR", "XX"), countries(table.ipv6(), 0, 1, 2));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void isNotMadeOfWhatItCannotHoldExactly() {
        Stream.of("1.0.0.0,1.0.0.6,AU", "1.0.0.4,1.0.0.7,AU").forEach(
                line -> assertThrows(IllegalArgumentException.class, () -> CountryTableGenerator.ipv4(line)));
        String half = "0".repeat(16);
        assertThrows(IllegalArgumentException.class,
                () -> CountryTableGenerator.ipv6(half + half + "," + half + "7fffffffffffffff,AU"));
        List<Range> overlap = List.of(new Range(0, 5, "DE"), new Range(4, 6, "FR"));
        assertThrows(IllegalArgumentException.class, () -> CountryTableGenerator.pack(overlap, List.of()));
    }

    private static PackedTable packed(List<Range> ipv4) throws IOException {
        return PackedTable.of(CountryTableGenerator.pack(ipv4, List.of()));
    }

    private static byte[] small() throws IOException {
        return CountryTableGenerator.pack(List.of(new Range(1, 2, "DE")), List.of(new Range(1, 2, "FR")));
    }

    private static List<String> countries(PackedRanges ranges, long... blocks) {
        return LongStream.of(blocks).mapToObj(ranges::countryOf).toList();
    }
}
