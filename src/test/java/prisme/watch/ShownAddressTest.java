package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.ip.IpAddress;

class ShownAddressTest {
    @ParameterizedTest
    @CsvSource({"203.0.113.77, 203.0.113.0", "::ffff:203.0.113.77, 203.0.113.0", "10.1.2.3, 10.1.2.0",
            "2001:db8:1:2:3:4:5:6, 2001:db8:1::", "127.0.0.1, 127.0.0.1", "::1, ::1"})
    void showsTheNetwork(String address, String shown) {
        assertEquals(shown, ShownAddress.of(IpAddress.parse(address).orElseThrow()).toString());
    }
}
