package prisme.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.country.MmdbData.Fields;
import prisme.country.MmdbData.Pointer;
import prisme.country.MmdbData.Raw;
import prisme.ip.IpAddress;

/// Files that are broken by accident or on purpose: each is refused, or read as what it says, in bounded time.
class MmdbDamageTest {
    private static final long MAX_BYTES = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(ints = {24, 28, 32})
    void refusesAFileThatIsCutShortAnywhere(int recordBits) {
        byte[] whole = small(recordBits).bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(CountryDatabaseException.class, () -> open(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 28, 32})
    void refusesOrReadsAFileWithAnyByteChanged(int recordBits) {
        byte[] bytes = small(recordBits).bytes();
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int at = 0; at < bytes.length; at++) {
                byte original = bytes[at];
                for (int value : new int[] {0, 0xff, original ^ 1, original ^ 0x20, original ^ 0x80, original + 1}) {
                    bytes[at] = (byte) value;
                    refuseOrAnswer(bytes);
                }
                bytes[at] = original;
            }
        });
    }

    @Test
    void refusesOrReadsAFileWithManyBytesChanged() {
        byte[] whole = small(24).bytes();
        Random random = new Random(4);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int round = 0; round < 3_000; round++) {
                byte[] bytes = whole.clone();
                for (int i = random.nextInt(1, 9); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                refuseOrAnswer(bytes);
            }
        });
    }

    @ParameterizedTest
    @MethodSource
    void refusesARecordThat(String problem, Object record) {
        MmdbFile file = new MmdbFile(24, 4).put("1.0.0.0/8", MmdbFile.nested("DE")).put("2.0.0.0/8", record);
        assertRefused(file, problem);
    }

    static Stream<Arguments> refusesARecordThat() {
        Raw endless = new Raw(0xff, 0xff, 0xff, 0xff);
        return Stream.of(
                arguments("past the end", new Raw(0x5f, 0xff, 0xff, 0xff)),
                arguments("past the end", endless),
                arguments("past the end", new Fields("country", endless)),
                arguments("past the end", new Fields("other", endless)),
                arguments("past the end", new Raw(0x5d)),
                arguments("past the end", new Raw(0x1f, 4, 0xff, 0xff, 0xff)),
                arguments("past the end", new Raw(0)),
                arguments("past the end", new Raw(0x28)),
                arguments("pointer to outside", new Raw(0x38, 0xff, 0xff, 0xff, 0xff)),
                arguments("pointer to outside", new Raw(0x38, 0x7f, 0xff, 0xff, 0xff)),
                arguments("pointer to outside", new Fields("other", new Pointer(2_000, 1))),
                arguments("no text", new Fields(1, "DE")),
                arguments("no text", new Fields(new Fields(), "DE")),
                arguments("unknown type", new Raw(0, 0)),
                arguments("unknown type", new Raw(0, 5)),
                arguments("unknown type", new Raw(0, 6)),
                arguments("unknown type", new Raw(0, 9)),
                arguments("unknown type", new Raw(0, 255)),
                arguments("DOUBLE with the size 4", new Raw(0x64, 0, 0, 0, 0)),
                arguments("FLOAT with the size 8", new Raw(8, 8, 0, 0, 0, 0, 0, 0, 0, 0)),
                arguments("UINT16 with the size 3", new Raw(0xa3, 0, 0, 0)),
                arguments("UINT32 with the size 5", new Raw(0xc5, 0, 0, 0, 0, 0)),
                arguments("UINT64 with the size 9", new Raw(9, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                arguments("UINT128 with the size 17", new Raw(17, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                        0, 0)),
                arguments("BOOLEAN with the size 2", new Raw(2, 7)),
                arguments("deeper than", nestedLists(40)),
                arguments("deeper than", new Fields("other", nestedLists(100_000))));
    }

    private static Object nestedLists(int depth) {
        int[] bytes = new int[2 * depth + 2];
        for (int at = 0; at < bytes.length; at += 2) {
            bytes[at] = at < bytes.length - 2 ? 1 : 0;
            bytes[at + 1] = 4;
        }
        return new Raw(bytes);
    }

    @Test
    void readsValuesThatAreNestedButNotTooDeep() throws Exception {
        Fields record = new Fields("other", nestedLists(20), "country_code", "DE");
        MmdbFile file = new MmdbFile(24, 4).put("2.0.0.0/8", record);
        assertEquals("DE", open(file.bytes()).countryOf(IpAddress.ofIPv4(0x02000001)));
    }

    @Test
    void refusesAPointerToItself() {
        MmdbFile file = new MmdbFile(24, 4);
        assertRefused(file.put("1.0.0.0/8", new Pointer(0, 1)), "a pointer to a pointer");
    }

    @Test
    void refusesPointersToOneAnother() {
        MmdbFile file = new MmdbFile(24, 4);
        file.data().write(new Pointer(2, 1));
        assertRefused(file.put("1.0.0.0/8", new Fields("country", new Pointer(0, 1))), "a pointer to a pointer");
    }

    @Test
    void refusesAMapInsideItself() {
        MmdbFile file = new MmdbFile(24, 4);
        file.data().write(new Fields("country", new Pointer(0, 1)));
        assertRefused(file.putAt("1.0.0.0/8", 0), "has no country codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"128.0.0.0/1", "0.0.0.0/1", "0.0.0.0/8", "255.255.255.255/32"})
    void refusesATreeThatLeadsBack(String network) {
        assertRefused(new MmdbFile(24, 4).put("1.0.0.0/8", MmdbFile.nested("DE")).link(network, 0), "deeper than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::/1", "8000::/1", "::/96", "::/97", "2001:db8::/32", "::1/128", "ffff::/16"})
    void refusesATreeOfVersion6ThatLeadsBack(String network) {
        MmdbFile file = new MmdbFile(32, 6).put("1.0.0.0/8", MmdbFile.nested("DE")).link(network, 0);
        assertRefused(file, "deeper than");
    }

    @Test
    void refusesATreeWithMorePathsThanCanBeWalked() {
        MmdbFile file = new MmdbFile(24, 6).put("1.0.0.0/8", MmdbFile.nested("DE"));
        int below = file.node(-1, -1);
        for (int i = 0; i < 100; i++) {
            below = file.node(below, below);
        }
        MmdbFile joined = file.link("2001::/16", below);
        assertTimeoutPreemptively(PATIENCE, () -> assertRefused(joined, "join too often"));
    }

    /// Texts that are lists when they are read from their second byte on: every network has a list of its own to read,
    /// and all lists share most of their thousands of values.
    @Test
    void refusesValuesThatOverlapWithoutEnd() {
        MmdbFile file = new MmdbFile(32, 4);
        for (int i = 0; i < 5_000; i++) {
            int text = file.data().write(new Raw(0x44, 0x1e, 4, 0x10, 0));
            file.putAt("1." + i / 250 + "." + i % 250 + ".0/24", text + 1);
        }
        for (int i = 0; i < 5_000; i++) {
            file.data().write("");
        }
        assertTimeoutPreemptively(PATIENCE, () -> assertRefused(file, "overlap"));
    }

    @Test
    void refusesATreeThatDoesNotEndInZeros() {
        MmdbFile file = new MmdbFile(24, 4).put("128.0.0.0/1", MmdbFile.nested("DE"));
        byte[] bytes = file.bytes();
        int treeSize = 6;
        for (int at = treeSize; at < treeSize + MmdbTree.SEPARATOR; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] = 1;
            assertThrows(CountryDatabaseException.class, () -> open(damaged));
        }
    }

    @Test
    void refusesMoreRangesThanTheHeapHasRoomFor() {
        MmdbFile file = new MmdbFile(24, 4);
        long place = file.data().write(MmdbFile.nested("DE"));
        for (int i = 0; i < 1_000; i++) {
            file.putAt("1." + i / 250 + "." + i % 250 + ".128/25", place);
        }
        assertRefused(file, "larger heap");
    }

    private static MmdbFile small(int recordBits) {
        MmdbFile file = new MmdbFile(recordBits, 6);
        int key = file.data().write("country");
        return file.put("1.2.3.4/31", new Fields(new Pointer(key, 1), new Fields("iso_code", "DE", "yes", true)))
                .put("8000::/2", new Fields("country_code", "FR", "list", List.of(1, 2.0, "x")))
                .alias("2002::/16");
    }

    private static CountryDatabase open(byte[] bytes) throws CountryDatabaseException {
        return CountryDatabase.read(Path.of("test.mmdb"), MemorySegment.ofArray(bytes), MAX_BYTES);
    }

    private static void refuseOrAnswer(byte[] bytes) {
        try {
            Countries countries = open(bytes);
            for (String address : List.of("1.2.3.4", "255.255.255.255", "2002:102:304::", "8000::", "ffff::")) {
                assertTrue(countries.countryOf(IpAddress.parse(address).orElseThrow()).matches("[A-Z]{2}"));
            }
        } catch (CountryDatabaseException e) {
            assertTrue(e.getMessage().startsWith("test.mmdb"), e.getMessage());
        }
    }

    private static void assertRefused(MmdbFile file, String problem) {
        CountryDatabaseException e = assertThrows(CountryDatabaseException.class, () -> open(file.bytes()));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
    }
}
