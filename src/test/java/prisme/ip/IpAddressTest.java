package prisme.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "1.2.3.4", "10.20.30.40", "127.0.0.1", "192.168.100.200", "255.255.255.255"})
    void readsFourNumbers(String text) throws UnknownHostException {
        IpAddress address = address(text);
        assertTrue(address.isIPv4());
        assertEquals(IpAddress.ofBytes(InetAddress.ofLiteral(text).getAddress()), address);
        assertEquals(text, address.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "127.1", "127.0.1", "1", "2130706433", "0x7f000001", "0x7f.0.0.1", "010.8.8.8", "1.2.3.04", "1.2.3.00",
            "00.0.0.0", "1.2.3.256", "1.2.3.999", "1.2.3.1000", "1.2.3.4.5", "1.2.3.4.", ".1.2.3.4", "1..2.3", "...",
            "1.2.3.", "1.2.3", "", " ", " 1.2.3.4", "1.2.3.4 ",
            "1.2.3. 4", "1.2.3.+4", "1.2.3.-4", "1.2.3.-0", "-1.2.3.4",
            "1.2.3.4/32", "1.2.3.4:80", "1,2,3,4", "1.2.3.a", "1.2.3.4\n", "1.2.3.4\0", "\u0661.2.3.4", "\uff11.2.3.4",
            "localhost", "example.com", "unknown", "_hidden", "1.2.3.4294967297", "4294967296.1.1.1"
    })
    void refusesWhatIsNotFourNumbers(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
            "::, ::",
            "::1, ::1",
            "1::, 1::",
            "0:0:0:0:0:0:0:0, ::",
            "0000:0000:0000:0000:0000:0000:0000:0001, ::1",
            "2001:db8::1, 2001:db8::1",
            "2001:DB8::ABCD, 2001:db8::abcd",
            "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
            "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
            "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
            "1:2:3::5:6:7:8, 1:2:3:0:5:6:7:8",
            "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
            "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
            "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
            "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
            "0:0:1::, 0:0:1::",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fe80::0210:5aff:feaa:20a2, fe80::210:5aff:feaa:20a2",
            "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
            "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
            "1:2:3:4:5::1.2.3.4, 1:2:3:4:5:0:102:304",
            "::1.2.3.4, ::102:304",
            "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "::fffe:1.2.3.4, ::fffe:102:304",
            "::ffff:0:1.2.3.4, ::ffff:0:102:304",
            "1::ffff:1.2.3.4, 1::ffff:102:304"
    })
    void readsGroupsAndWritesThemCanonically(String text, String canonical) throws UnknownHostException {
        IpAddress address = address(text);
        assertFalse(address.isIPv4());
        assertEquals(canonical, address.toString());
        assertEquals(address, address(canonical));
        assertEquals(IpAddress.ofBytes(InetAddress.ofLiteral(text).getAddress()), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            ":", ":::", "::::", "1", "1:", ":1", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4::5:6:7:8", "::1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8::", "1::2::3", "::1::", "1:::2", ":::1", "1:::",
            "12345::", "::12345", "::00001", "g::", "::g", "::-1", "::+1", "::0x1", "fe80::1%eth0", "fe80::1%1", "::1%",
            "[::1]", "[::1", "::1]", "::1/128", " ::1", "::1 ", ": :1", "::1\n", "::\u0661", "::\uff21",
            "2001:db8::1::",
            "::1.2.3", "::1.2.3.4.5", "::01.2.3.4", "::1.2.3.256", "1.2.3.4::", "1.2.3.4:1::", "::1.2.3.4:1",
            "::1.2.3.4:",
            "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7::1.2.3.4", "1:2:3:4:5:6::1.2.3.4", "1:2:3:4:5:1.2.3.4", ":1.2.3.4",
            "1:1.2.3.4", "::1.2.3.", "::.1.2.3", "::1:.2.3.4", "::a.b.c.d", ":::1.2.3.4", "::ffff:127.1",
            "::ffff:010.0.0.1"
    })
    void refusesWhatIsNotEightGroups(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "::ffff:1.2.3.4", "::FFFF:1.2.3.4", "::ffff:102:304", "0:0:0:0:0:ffff:1.2.3.4", "0:0:0:0:0:FFFF:0102:0304",
            "0000:0000:0000:0000:0000:ffff:1.2.3.4", "::0:ffff:1.2.3.4"
    })
    void takesMappedAddressesForVersion4(String text) {
        assertEquals(address("1.2.3.4"), address(text));
        assertEquals("1.2.3.4", address(text).toString());
        assertEquals(0x01020304, address(text).ipv4());
    }

    @Test
    void refusesTextsOfAnyLength() {
        assertEquals(Optional.empty(), IpAddress.parse("1".repeat(1_000_000)));
        assertEquals(Optional.empty(), IpAddress.parse(":".repeat(1_000_000)));
        assertEquals(Optional.empty(), IpAddress.parse("0".repeat(40) + "::1"));
    }

    @Test
    void takesAnySequenceOfCharacters() {
        assertEquals(address("10.0.0.1"), IpAddress.parse(new StringBuilder("10.0.0.1")).orElseThrow());
    }

    @Test
    void readsBytesOfBothVersions() {
        byte[] mapped = new byte[16];
        System.arraycopy(new byte[] {-1, -1, (byte) 192, 0, 2, 1}, 0, mapped, 10, 6);
        assertEquals(address("192.0.2.1"), IpAddress.ofBytes(new byte[] {(byte) 192, 0, 2, 1}));
        assertEquals(address("192.0.2.1"), IpAddress.ofBytes(mapped));
        assertEquals(address("::"), IpAddress.ofBytes(new byte[16]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 15, 17})
    void refusesOtherNumbersOfBytes(int length) {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.ofBytes(new byte[length]));
    }

    @Test
    void hasVersion4BitsOnlyInVersion4() {
        assertThrows(IllegalStateException.class, () -> address("::1").ipv4());
    }

    @ParameterizedTest
    @CsvSource({
            "192.0.2.1, 192.0.2.1",
            "::ffff:192.0.2.1, 192.0.2.1",
            "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
            "2001:db8:1:2::, 2001:db8:1:2::",
            "::1, ::"
    })
    void countsVersion6ByItsNetwork(String text, String network) {
        assertEquals(address(network), address(text).network());
    }

    @Test
    void ordersBitsAsUnsignedNumbers() {
        List<String> ascending = List.of("::", "::1", "1.2.3.4", "255.0.0.1", "::1:0:0:0", "0:0:0:1::", "7fff::",
                "8000::", "8000::8000:0:0:0", "ffff::");
        List<IpAddress> addresses = ascending.stream().map(IpAddressTest::address).toList();
        assertEquals(addresses, addresses.reversed().stream().sorted().toList());
    }

    @Test
    void writesWhatItReads() {
        Random random = new Random(6);
        IntStream.range(0, 20_000).forEach(_ -> {
            IpAddress address = new IpAddress(sparse(random), sparse(random));
            assertEquals(address, address(address.toString()));
        });
    }

    /// 64 bits of which whole groups are often zero, as in addresses that people assign.
    private static long sparse(Random random) {
        long groups = 0;
        for (int i = 0; i < 4; i++) {
            groups = groups << 16 | (random.nextBoolean() ? random.nextInt(0x10000) : 0);
        }
        return groups;
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow(() -> new AssertionError("no address: " + text));
    }
}
