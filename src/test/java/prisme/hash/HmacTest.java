package prisme.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTest {
    /// The cases of [RFC 4231](https://www.rfc-editor.org/rfc/rfc4231#section-4) whose key is one byte again and again.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0b |  20 | Hi There | b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7
            aa | 131 | Test Using Larger Than Block-Size Key - Hash Key First \
                     | 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54
            """)
    void isThatOfTheStandard(String keyByte, int length, String message, String expected) {
        byte[] key = HexFormat.of().parseHex(keyByte.repeat(length));
        assertEquals(expected, HexFormat.of().formatHex(new Hmac(key).of(ascii(message))));
    }

    @Test void isThatOfTheJdkForEveryLength() throws GeneralSecurityException {
        Random random = new Random(1);
        for (int length = 1; length < 200; length++) {
            byte[] key = new byte[length];
            byte[] message = new byte[200 - length];
            random.nextBytes(key);
            random.nextBytes(message);
            assertArrayEquals(ofTheJdk(key, message), new Hmac(key).of(message), "key of " + length);
        }
    }

    @Test void remembersNoMessage() {
        Hmac hmac = new Hmac(ascii("key"));
        byte[] first = hmac.of(ascii("message"));
        hmac.of(ascii("another"));
        assertArrayEquals(first, hmac.of(ascii("message")));
    }

    private static byte[] ofTheJdk(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
