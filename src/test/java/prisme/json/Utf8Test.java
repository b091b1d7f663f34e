package prisme.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Compared with the decoder of the JDK, told to report what is malformed.
class Utf8Test {
    /* Both ends of every range in RFC 3629 and their neighbours outside. */
    private static final int[] BORDERS = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xEC,
            0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF};

    @Test void judgesEveryPairOfBytesAsTheJdkDoes() {
        for (int first = 0x80; first <= 0xFF; first++) {
            for (int second = 0x80; second <= 0xFF; second++) {
                assertJudgedAlike(first, second);
            }
        }
    }

    @Test void judgesThreeAndFourBytesAtTheBordersAsTheJdkDoes() {
        for (int first : BORDERS) {
            for (int second : BORDERS) {
                for (int third : BORDERS) {
                    assertJudgedAlike(first, second, third);
                    for (int fourth : BORDERS) {
                        assertJudgedAlike(first, second, third, fourth);
                    }
                }
            }
        }
    }

    private static void assertJudgedAlike(int... octets) {
        byte[] bytes = new byte[octets.length + 2];
        bytes[0] = '"';
        bytes[bytes.length - 1] = '"';
        for (int i = 0; i < octets.length; i++) {
            bytes[i + 1] = (byte) octets[i];
        }
        assertEquals(isUtf8(bytes), isString(bytes), () -> HexFormat.of().formatHex(bytes));
    }

    private static boolean isString(byte[] bytes) {
        try {
            new JsonReader(bytes, 1).onlyValue();
            return true;
        } catch (JsonException _) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
