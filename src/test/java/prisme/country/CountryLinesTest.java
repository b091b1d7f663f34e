package prisme.country;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.ip.IpAddress;

class CountryLinesTest {
    private static final Countries COUNTRIES = address -> address.isIPv4() ? "DE" : "FR";

    @Test
    void answersEveryLine() {
        assertEquals("""
                {"ip":"192.0.2.1","country_code":"DE"}
                {"ip":"2001:DB8::1","country_code":"FR"}
                {"ip":"::ffff:192.0.2.1","country_code":"DE"}
                {"ip":"","country_code":"XX"}
                {"ip":"127.1","country_code":"XX"}
                """, answer("192.0.2.1\n2001:DB8::1\r\n::ffff:192.0.2.1\n\n127.1\n"));
    }

    @Test
    void needsNoEndOfTheLastLine() {
        assertEquals("", answer(""));
        assertEquals("{\"ip\":\"192.0.2.1\",\"country_code\":\"DE\"}\n", answer("192.0.2.1"));
        assertEquals("{\"ip\":\"192.0.2.1\",\"country_code\":\"DE\"}\n", answer("192.0.2.1\r"));
    }

    @ParameterizedTest
    @MethodSource
    void escapesWhatMustOrShouldNotStandInALine(String text, String escaped) {
        assertEquals("{\"ip\":\"" + escaped + "\",\"country_code\":\"XX\"}\n", answer(text + "\n"));
    }

    static Stream<Arguments> escapesWhatMustOrShouldNotStandInALine() {
        return Stream.of(
                arguments("a\"b", "a\\\"b"),
                arguments("a\\b", "a\\\\b"),
                arguments("\t", "\\t"),
                arguments("\u0000\b\f\u001f", "\\u0000\\b\\f\\u001f"),
                arguments("\u007f\u0080\u009b2J\u009f", "\\u007f\\u0080\\u009b2J\\u009f"),
                arguments("\u2028\u2029", "\\u2028\\u2029"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 192.0.2.1", "192.0.2.1 ", "192.0.2.1\u00a0", "/", "</script>", "\u00e9\u20ac",
        "\ud83d\ude00", "\ufeff1.2.3.4", "1.2.3.4,5.6.7.8"})
    void writesEverythingElseAsItIs(String text) {
        assertEquals("{\"ip\":\"" + text + "\",\"country_code\":\"XX\"}\n", answer(text + "\n"));
    }

    @Test
    void keepsCarriageReturnsInsideALine() {
        assertEquals("{\"ip\":\"a\\rb\\r\",\"country_code\":\"XX\"}\n", answer("a\rb\r\r\n"));
    }

    @Test
    void replacesBytesThatAreNoText() {
        byte[] bytes = {(byte) 0xff, 'a', (byte) 0xc3, '\n', (byte) 0xe2, (byte) 0x82};
        assertEquals("""
                {"ip":"\ufffda\ufffd","country_code":"XX"}
                {"ip":"\ufffd","country_code":"XX"}
                """, answer(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {44, 45, 46, 47, 48, 8_191, 8_192, 8_193, 65_535, 65_536, 65_537, 200_000})
    void passesOnLinesOfAnyLength(int length) {
        String text = "1".repeat(length - 2) + "\u009b\"";
        String expected = "{\"ip\":\"" + "1".repeat(length - 2) + "\\u009b\\\"\",\"country_code\":\"XX\"}\n";
        assertEquals(expected + expected, answer(text + "\n" + text + "\r\n"));
    }

    @Test
    void readsTheLongestAddressWithTheLongestLineEnd() {
        String text = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255";
        assertEquals("{\"ip\":\"" + text + "\",\"country_code\":\"FR\"}\n", answer(text + "\r\n"));
    }

    @Test
    void answersTheSameHoweverTheInputComes() throws IOException {
        String text = IntStream.range(0, 500)
                .mapToObj(i -> i % 7 == 0 ? "\u20ac\r\n" : IpAddress.ofIPv4(i * 9_999_991) + "\n")
                .collect(Collectors.joining());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CountryLines(COUNTRIES).run(oneByteAtATime(text), out);
        assertArrayEquals(answer(text).getBytes(StandardCharsets.UTF_8), out.toByteArray());
    }

    @Test
    void answersALineBeforeItWaitsForTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream in = new InputStream() {
            private int reads;

            @Override
            public int read() {
                throw new AssertionError("the command reads many bytes at once");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                assertEquals(reads, out.toString(StandardCharsets.UTF_8).lines().count());
                System.arraycopy("1.1.1.1\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, offset, 8);
                return reads++ < 3 ? 8 : -1;
            }
        };
        new CountryLines(COUNTRIES).run(in, out);
        assertEquals(3, out.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void endsWhenNobodyReadsTheAnswers() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        InputStream in = new ByteArrayInputStream("1.1.1.1\n".getBytes(StandardCharsets.US_ASCII));
        assertThrows(IOException.class, () -> new CountryLines(COUNTRIES).run(in, broken));
    }

    private static InputStream oneByteAtATime(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(1, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    private static String answer(String input) {
        return answer(input.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new CountryLines(COUNTRIES).run(new ByteArrayInputStream(input), out);
        } catch (IOException e) {
            throw new AssertionError("memory cannot fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
