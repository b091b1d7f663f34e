package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    /// Packs numbers, sees that they come back, and says how many bytes they took.
    private static int sizeOfThereAndBack(long... numbers) {
        byte[] packed = Packing.pack(numbers, numbers.length);
        byte[] block = Arrays.copyOf(packed, packed.length + Packing.SLACK);
        Arrays.fill(block, packed.length, block.length, (byte) 0xff);
        long[] longs = new long[numbers.length + 1];
        new PackedBlock(block, numbers.length).unpack(longs, 1);
        assertArrayEquals(numbers, Arrays.copyOfRange(longs, 1, longs.length));
        int[] ints = new int[numbers.length + 1];
        new PackedBlock(block, numbers.length).unpack(ints, 1);
        assertArrayEquals(Arrays.stream(numbers).mapToInt(number -> (int) number).toArray(),
                Arrays.copyOfRange(ints, 1, ints.length));
        return packed.length;
    }

    @Test void givesBackNumbersOfEveryWidth() {
        Random random = new Random(1);
        for (int width = 0; width <= 64; width++) {
            int bits = width;
            for (int count : new int[] {1, 2, 3, 9, 100}) {
                sizeOfThereAndBack(random.longs(count).map(number -> bits == 0 ? 5 : number >>> 64 - bits).toArray());
                sizeOfThereAndBack(random.longs(count).map(number -> bits == 0 ? -5 : number >> 64 - bits).toArray());
            }
        }
    }

    @Test void givesBackTheExtremes() {
        sizeOfThereAndBack(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1);
        sizeOfThereAndBack(Long.MAX_VALUE, Long.MIN_VALUE);
        sizeOfThereAndBack(Integer.MAX_VALUE, Integer.MIN_VALUE, 0);
    }

    @ParameterizedTest @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesBackWhateverMixture(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            int usual = random.nextInt(64);
            int rare = random.nextInt(64);
            int chance = random.nextInt(1, 50);
            sizeOfThereAndBack(random.longs(random.nextInt(1, Packing.ROWS + 1))
                    .map(number -> number >> (random.nextInt(chance) == 0 ? rare : usual)).toArray());
        }
    }

    @Test void aConstantTakesTheHeaderAlone() {
        long[] numbers = new long[Packing.ROWS];
        Arrays.fill(numbers, 42);
        assertEquals(12, sizeOfThereAndBack(numbers));
    }

    @Test void fewOutliersOnEitherSideCostLittle() {
        long[] numbers = new Random(1).longs(Packing.ROWS, 1000, 1016).toArray();
        int usual = sizeOfThereAndBack(numbers);
        numbers[17] = 3;
        numbers[1800] = 1_000_000;
        assertTrue(sizeOfThereAndBack(numbers) <= usual + 20, () -> usual + " and " + sizeOfThereAndBack(numbers));
    }

    @Test void whatAscendsIsPackedInSteps() {
        long[] numbers = new long[Packing.ROWS];
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] = numbers[i - 1] + 5 + i % 2;
        }
        assertTrue(sizeOfThereAndBack(numbers) < 300);
    }

    @Test void aBlockIsTheseBytes() {
        assertEquals("02000000" + "0a00000000000000" + "e4", hex(10, 11, 12, 13));
        long[] numbers = new long[40];
        Arrays.fill(numbers, 7);
        numbers[3] = 519;
        assertEquals("00000100" + "0700000000000000" + "0702000000000000" + "0300", hex(numbers));
        long[] steps = {100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200};
        assertEquals("80000000" + "6400000000000000" + "6400000000000000", hex(steps));
    }

    private static String hex(long... numbers) {
        return HexFormat.of().formatHex(Packing.pack(numbers, numbers.length));
    }
}
