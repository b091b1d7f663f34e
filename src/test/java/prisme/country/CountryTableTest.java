package prisme.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.ip.IpAddress;

/// The table against its sources: the checksums are those of the two unpacked files, `gzip -dc FILE | sha256sum`.
class CountryTableTest {
    private static final String IPV4_SOURCE = "d0cf73c39299aff17711c5ae104eadaab3b76225dd45140721a1a4e77883f761";
    private static final String IPV6_SOURCE = "d3008ffb547e28e16967588984bcb2bcbecde685f1c3801e2cbf729ed4f2055e";
    private static final int RESOURCE_LIMIT = 260_000;

    private static CountryTable table;

    @BeforeAll
    static void load() {
        table = CountryTable.load();
    }

    @Test
    void holdsTheVersion4SourceExactly() {
        assertEquals(IPV4_SOURCE, sha256(csv(table.table().ipv4(), CountryTableTest::firstOfVersion4,
                block -> IpAddress.ofIPv4((int) (block << 3) + 7).toString())));
    }

    @Test
    void holdsTheVersion6SourceExactly() {
        assertEquals(IPV6_SOURCE, sha256(csv(table.table().ipv6(),
                block -> HexFormat.of().toHexDigits(block) + "0".repeat(16),
                block -> HexFormat.of().toHexDigits(block) + "f".repeat(16))));
    }

    @Test
    void findsTheFirstAndTheLastAddressOfEveryRange() {
        PackedRanges ipv4 = table.table().ipv4();
        long start = 0;
        for (int i = 0; i < ipv4.count(); start += ipv4.length(i++)) {
            assertEquals(ipv4.country(i), table.countryOf(IpAddress.ofIPv4((int) (start << 3))));
            assertEquals(ipv4.country(i), table.countryOf(IpAddress.ofIPv4((int) (start + ipv4.length(i) << 3) - 1)));
        }
        PackedRanges ipv6 = table.table().ipv6();
        start = 0;
        for (int i = 0; i < ipv6.count(); start += ipv6.length(i++)) {
            assertEquals(ipv6.country(i), table.countryOf(new IpAddress(start, start == 0 ? 1 : 0)));
            assertEquals(ipv6.country(i), table.countryOf(new IpAddress(start + ipv6.length(i) - 1, -1)));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "sample.csv")
    void agreesWithLinesOfTheSource(String start, String end, String country) {
        assertEquals(country, table.countryOf(fromSource(start)));
        assertEquals(country, table.countryOf(fromSource(end)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
            "169.254.0.1", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.0",
            "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
            "239.255.255.255", "240.0.0.0", "255.255.255.255", "::", "::1", "::8.8.8.8", "::ffff:0:8.8.8.8",
            "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2001:db8::1", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1",
            "ff02::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void knowsNoCountryForWhatIsNotPublic(String address) {
        assertEquals(Countries.UNKNOWN, table.countryOf(address(address)));
    }

    @ParameterizedTest
    @CsvSource({
            "::ffff:1.0.0.1, AU", "::ffff:0100:0001, AU", "::ffff:192.168.1.1, XX", "1.0.0.255, AU", "1.0.1.0, CN",
            "2001:200::, JP", "2001:200:ffff:ffff:ffff:ffff:ffff:ffff, JP", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, XX"
    })
    void findsPublicAddresses(String address, String country) {
        assertEquals(country, table.countryOf(address(address)));
    }

    @Test
    void answersTheFirstLookUpFromATableThatIsNotReadYet() {
        assertEquals("AU", CountryTable.atFirstNeed().countryOf(address("1.0.0.1")));
    }

    @Test
    void isSmallAndSaysWhereItComesFrom() throws IOException {
        assertTrue(resource("countries.bin").length <= RESOURCE_LIMIT);
        String attribution = new String(resource("ATTRIBUTION.txt"), StandardCharsets.UTF_8);
        assertTrue(attribution.contains("https://www.nro.net/"));
        assertTrue(attribution.contains("https://creativecommons.org/licenses/by/4.0/"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CountryTable.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /// The ranges as lines of the source: those of nobody are left out.
    private static String csv(PackedRanges ranges, LongFunction<String> first, LongFunction<String> last) {
        StringBuilder lines = new StringBuilder();
        long start = 0;
        for (int i = 0; i < ranges.count(); start += ranges.length(i++)) {
            if (!ranges.country(i).equals(Countries.UNKNOWN)) {
                lines.append(first.apply(start)).append(',').append(last.apply(start + ranges.length(i) - 1))
                        .append(',').append(ranges.country(i)).append('\n');
            }
        }
        return lines.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static String firstOfVersion4(long block) {
        return IpAddress.ofIPv4((int) (block << 3)).toString();
    }

    private static IpAddress fromSource(String text) {
        return text.indexOf('.') > 0 ? address(text) : IpAddress.ofBytes(HexFormat.of().parseHex(text));
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
