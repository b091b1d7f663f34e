package prisme.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.country.MmdbData.Fields;
import prisme.country.MmdbData.Pointer;
import prisme.country.MmdbData.Unsigned;
import prisme.ip.IpAddress;

class CountryDatabaseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"24, 4", "28, 4", "32, 4", "24, 6", "28, 6", "32, 6"})
    void findsVersion4InTreesOfEverySize(int recordBits, int ipVersion) throws Exception {
        Countries countries = open(new MmdbFile(recordBits, ipVersion)
                .put("1.2.3.0/24", MmdbFile.nested("AU"))
                .put("81.2.69.142/31", MmdbFile.nested("GB"))
                .put("128.0.0.0/1", MmdbFile.nested("DE"))
                .put("255.255.255.255/32", MmdbFile.nested("FR")));
        assertCountries(countries, "1.2.2.255=XX", "1.2.3.0=AU", "1.2.3.255=AU", "1.2.4.0=XX", "81.2.69.141=XX",
                "81.2.69.142=GB", "81.2.69.143=GB", "81.2.69.144=XX", "0.0.0.0=XX",
                "127.255.255.255=XX", "128.0.0.0=DE", "255.255.255.254=DE", "255.255.255.255=FR",
                "::ffff:1.2.3.4=AU", "::=XX", "2001:db8::1=XX", "ffff::=XX");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 28, 32})
    void findsVersion6(int recordBits) throws Exception {
        Countries countries = open(new MmdbFile(recordBits, 6)
                .put("2001:200::/32", MmdbFile.nested("JP"))
                .put("2001:200:0:8000::/49", MmdbFile.nested("KR"))
                .put("2001:db8::5/128", MmdbFile.nested("FR"))
                .put("8000::/1", MmdbFile.nested("DE")));
        assertCountries(countries, "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff=XX", "2001:200::=JP", "2001:200:0:7fff::=JP",
                "2001:200:0:8000::=KR", "2001:200:0:ffff:ffff::=KR", "2001:200:1::=JP",
                "2001:201::=XX", "2001:db8::4=XX",
                "2001:db8::5=FR", "2001:db8::6=XX", "7fff::=XX", "8000::=DE", "ffff:ffff::=DE", "8.8.8.8=XX");
    }

    @Test
    void followsPlacesThatStandForVersion4() throws Exception {
        Countries countries = open(new MmdbFile(28, 6)
                .put("1.2.3.0/24", MmdbFile.nested("AU"))
                .put("2003::/16", MmdbFile.nested("DE"))
                .alias("::ffff:0:0:0/80")
                .alias("2002::/16")
                .alias("2001::/32")
                .alias("64:ff9b::/96"));
        assertCountries(countries, "1.2.3.4=AU", "2002:102:304::1=AU", "2002:102:404::1=XX", "2001:0:102:304::=AU",
                "2001:0:102:404::=XX", "64:ff9b::1.2.3.4=AU", "64:ff9b::1.2.4.4=XX", "::1.2.3.4=AU", "2003::=DE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 63, 64, 65, 95, 96})
    void readsVersion4BehindAnyNumberOfBits(int bits) throws Exception {
        String prefix = new IpAddress(Long.MIN_VALUE, 0) + "/" + bits;
        Countries countries = open(new MmdbFile(24, 6).put("1.2.3.4/32", MmdbFile.nested("AU")).alias(prefix));
        BigInteger address = BigInteger.ONE.shiftLeft(127)
                .or(BigInteger.valueOf(0x01020304).shiftLeft(96 - bits));
        BigInteger ones = BigInteger.ONE.shiftLeft(96 - bits).subtract(BigInteger.ONE);
        assertEquals("AU", countries.countryOf(ofNumber(address)));
        assertEquals("AU", countries.countryOf(ofNumber(address.or(ones))));
        assertEquals("XX", countries.countryOf(ofNumber(address.flipBit(96 - bits))));
    }

    private static IpAddress ofNumber(BigInteger number) {
        return new IpAddress(number.shiftRight(64).longValue(), number.longValue());
    }

    @Test
    void takesOneRecordForAllOfVersion4() throws Exception {
        Countries countries = open(new MmdbFile(24, 6).put("::/64", MmdbFile.nested("AU")));
        assertCountries(countries, "0.0.0.0=AU", "255.255.255.255=AU", "::1=AU", "0:0:0:1::=XX");
    }

    @ParameterizedTest
    @MethodSource
    void findsTheCodeInARecord(String code, Object value) throws Exception {
        Countries countries = open(new MmdbFile(24, 4).put("1.0.0.0/8", value).put("2.0.0.0/8", MmdbFile.nested("AU")));
        assertCountries(countries, "1.2.3.4=" + code);
    }

    static Stream<Arguments> findsTheCodeInARecord() {
        Fields none = new Fields("names", new Fields("en", "Nowhere"));
        return Stream.of(
                arguments("DE", MmdbFile.nested("DE")),
                arguments("DE", MmdbFile.nested("de")),
                arguments("DE", new Fields("country_code", "DE")),
                arguments("DE", new Fields("country", "DE", "country_name", "Germany")),
                arguments("DE", new Fields("country", "Germany", "country_code", "DE")),
                arguments("DE", new Fields("country_code", "FR", "country", new Fields("iso_code", "DE"))),
                arguments("DE", new Fields("country", none, "country_code", "DE")),
                arguments("XX", new Fields("country", none)),
                arguments("XX", new Fields("registered_country", new Fields("iso_code", "DE"))),
                arguments("XX", new Fields("continent", new Fields("code", "EU"), "iso_code", "DE")),
                arguments("XX", new Fields()),
                arguments("XX", "DE"),
                arguments("XX", List.of("DE")),
                arguments("XX", MmdbFile.nested("")),
                arguments("XX", MmdbFile.nested("D")),
                arguments("XX", MmdbFile.nested("DEU")),
                arguments("XX", MmdbFile.nested("ZZ")),
                arguments("XX", MmdbFile.nested("A1")),
                arguments("XX", MmdbFile.nested("--")),
                arguments("XX", MmdbFile.nested("\"\\")),
                arguments("XX", MmdbFile.nested("\u00c4")),
                arguments("XX", new Fields("country_code", Unsigned.of(5, 0x4445))),
                arguments("XX", new Fields("country_code", "DE".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void stepsOverEveryTypeAndSize() throws Exception {
        Fields all = new Fields("text", "x".repeat(28), "29", "x".repeat(29), "284", "x".repeat(284), "285",
                "x".repeat(285), "65820", "x".repeat(65_820), "65821", "x".repeat(65_821), "double", 4.5,
                "float", 1.5f, "bytes", new byte[300], "uint16", Unsigned.of(5, 0xffff), "uint32",
                Unsigned.of(6, 0xffff_ffffL), "zero", Unsigned.of(6, 0),
                "uint64", Unsigned.of(9, Long.MAX_VALUE), "uint128", Unsigned.of(10, 1), "int32", -1, "yes",
                true, "no", false, "list", List.of("a", List.of(), new Fields("country_code", "FR")),
                "long list", Collections.nCopies(400, "x"),
                "map", new Fields("k", new Fields("k", "v")),
                "country_code", "DE", "last", "x");
        assertCountries(open(new MmdbFile(24, 4).put("1.0.0.0/8", all)), "1.2.3.4=DE");
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 2047", "2, 2048", "2, 3000", "2, 526335", "3, 526336", "3, 1000000", "4, 10",
        "4, 1000000"})
    void followsPointersOfEveryWidth(int width, int target) throws Exception {
        MmdbFile file = new MmdbFile(24, 4);
        fill(file.data(), target);
        int key = file.data().write("country");
        assertEquals(target, key);
        assertCountries(open(file.put("1.0.0.0/8", new Fields(new Pointer(key, width), new Fields("iso_code", "DE")))),
                "1.2.3.4=DE");
    }

    @Test
    void followsPointersWhereverAValueMayBe() throws Exception {
        MmdbFile file = new MmdbFile(24, 4);
        MmdbData data = file.data();
        int isoCode = data.write("iso_code");
        int code = data.write("DE");
        int country = data.write(new Fields(new Pointer(isoCode, 1), new Pointer(code, 1)));
        int key = data.write("country");
        int whole = data.write(new Fields(new Pointer(key, 1), new Pointer(country, 1), "also",
                new Pointer(country, 1)));
        assertCountries(open(file.put("1.0.0.0/8", new Pointer(whole, 1)).putAt("2.0.0.0/8", whole)),
                "1.2.3.4=DE", "2.3.4.5=DE", "3.0.0.0=XX");
    }

    @Test
    void readsTheLastMetadata() throws Exception {
        MmdbFile file = new MmdbFile(24, 4).put("2.0.0.0/8", "\u00ab\u00cd\u00efMaxMind.com");
        file.put("3.0.0.0/8", "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
        assertCountries(open(file.put("1.0.0.0/8", MmdbFile.nested("DE"))), "1.2.3.4=DE");
    }

    @Test
    void needsTheFileNoMoreOnceItIsOpen() throws Exception {
        Path path = write(new MmdbFile(24, 4).put("1.0.0.0/8", MmdbFile.nested("DE")).bytes());
        Countries countries = CountryDatabase.open(path);
        Files.write(path, new byte[0]);
        Files.delete(path);
        assertCountries(countries, "1.2.3.4=DE");
    }

    @Test
    void saysOfWhichKindItIs() throws Exception {
        MmdbFile file = new MmdbFile(24, 4).put("1.0.0.0/8", MmdbFile.nested("DE")).type("Test-City");
        assertEquals("Test-City", open(file).type());
    }

    @Test
    void refusesADatabaseWithoutCountries() {
        MmdbFile file = new MmdbFile(24, 6).put("1.0.0.0/8", new Fields("autonomous_system_number", Unsigned.of(6, 1)))
                .type("Test-ASN").alias("2002::/16");
        assertRefused(file.bytes(), "has no country codes", "Test-ASN", "City");
    }

    @Test
    void refusesAnotherVersionOfTheFormat() {
        MmdbFile file = new MmdbFile(24, 4).put("1.0.0.0/8", MmdbFile.nested("DE")).majorVersion(3);
        assertRefused(file.bytes(), "version 3", "version 2");
    }

    @Test
    void refusesWhatIsNoDatabase() throws Exception {
        assertRefused(new byte[0], "no MaxMind database", "download");
        assertRefused("country_code\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII),
                "no MaxMind database");
        assertRefused(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "unpack");
        CountryDatabaseException ofFolder =
                assertThrows(CountryDatabaseException.class, () -> CountryDatabase.open(folder));
        assertRefusal(ofFolder, "is not a file");
        Path missing = folder.resolve("missing.mmdb");
        CountryDatabaseException e = assertThrows(CountryDatabaseException.class, () -> CountryDatabase.open(missing));
        assertRefusal(e, "does not exist", missing.toString());
    }

    /// Writes values up to a place.
    private static void fill(MmdbData data, int target) {
        while (target - data.size() > 70_000) {
            data.write(new byte[60_000]);
        }
        while (data.size() < target) {
            data.write(false);
            if (target - data.size() == 1) {
                data.write(new MmdbData.Raw(0x40));
            }
        }
    }

    private CountryDatabase open(MmdbFile file) throws CountryDatabaseException, IOException {
        return CountryDatabase.open(write(file.bytes()));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.mmdb"), bytes);
    }

    private void assertRefused(byte[] bytes, String... words) {
        CountryDatabaseException e =
                assertThrows(CountryDatabaseException.class, () -> CountryDatabase.open(write(bytes)));
        assertRefusal(e, "test.mmdb");
        assertRefusal(e, words);
    }

    private static void assertRefusal(CountryDatabaseException e, String... words) {
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
    }

    private static void assertCountries(Countries countries, String... expected) {
        for (String line : expected) {
            String address = line.substring(0, line.indexOf('='));
            assertEquals(line, address + "=" + countries.countryOf(IpAddress.parse(address).orElseThrow()));
        }
    }
}
