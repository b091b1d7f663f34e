package prisme.useragent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentLinesTest {
    private static final String CURL = line("curl", "Other", "Other", false);
    private static final String NOTHING = line("Other", "Other", "Other", false);

    @ParameterizedTest
    @ValueSource(strings = {"curl/8\ncurl/7\n", "curl/8\ncurl/7", "curl/8\r\ncurl/7\r\n"})
    void answersEveryLine(String lines) throws IOException {
        assertEquals(CURL + CURL, answer(lines.getBytes(UTF_8)));
    }

    @Test
    void takesNoPartOfALineEndForText() throws IOException {
        String phone = line("Other", "Other", "Generic Feature Phone", false);
        assertEquals(phone + phone, answer("Ice\r\nIce\n".getBytes(UTF_8)));
    }

    @Test
    void answersEmptyLinesToo() throws IOException {
        assertEquals(NOTHING + CURL + NOTHING, answer("\ncurl/8\n\r\n".getBytes(UTF_8)));
        assertEquals("", answer(new byte[0]));
    }

    @Test
    void escapesWhatAStringOfJsonMustNotHold() throws IOException {
        assertEquals(line("Android", "Android", "a\\\"b\\\\c\\u0001d\\u009f", false),
            answer("Mozilla/5.0 (Linux; Android 9; a\"b\\c\u0001d\u009f)".getBytes(UTF_8)));
    }

    @Test
    void replacesBytesThatAreNoText() throws IOException {
        byte[] bytes = "Mozilla/5.0 (Linux; Android 9; ab?)".getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xff;
        assertEquals(line("Android", "Android", "ab\ufffd", false), answer(bytes));
    }

    @Test
    void readsTheBeginningOfALineThatHasNoEnd() throws IOException {
        String endless = "curl/8 " + "x".repeat(3 * UserAgentLines.LONGEST_LINE);
        assertEquals(CURL + CURL, answer((endless + "\ncurl/7\n").getBytes(UTF_8)));
    }

    @Test
    void doesNotCareHowItsInputIsCut() throws IOException {
        byte[] bytes = "curl/8\r\n\ncurl/7".getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UserAgentLines.answer(byteByByte(bytes), out);
        assertEquals(CURL + NOTHING + CURL, out.toString(UTF_8));
    }

    private static InputStream byteByByte(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
    }

    private static String line(String browser, String system, String device, boolean bot) {
        return "{\"browser_family\":\"%s\",\"operating_system\":\"%s\",\"device\":\"%s\",\"is_bot\":%s}\n"
            .formatted(browser, system, device, bot);
    }

    private static String answer(byte[] lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UserAgentLines.answer(new ByteArrayInputStream(lines), out);
        return out.toString(UTF_8);
    }
}
