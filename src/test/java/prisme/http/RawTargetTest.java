package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawTargetTest {
    private static final int ROUNDS = 20_000;
    private static final String ODD = "%%%%4aFgG{}|^`\\\"<>[]?/:@!$&'()*+,;=-._~\u007e\u0080\u00a0\u00c3\u00a9\u00ff";

    private static String line(String target) {
        return "GET " + target + " HTTP/1.1";
    }

    /// What the JDK's server reads as the target.
    private static String encoded(String target) {
        String line = new String(RawTarget.encoded(line(target)), StandardCharsets.ISO_8859_1);
        assertEquals(line.length(), line(target).length() + RawTarget.excess(line(target)), target);
        assertEquals(0, RawTarget.excess(line), line);
        return line.split(" ")[1];
    }

    /// Asserts that what the JDK's server reads is a URI, and that its query means the same as the raw one.
    private static void assertSameMeaning(String query) {
        URI uri = URI.create(encoded("/a?" + query));
        assertEquals("/a", uri.getRawPath());
        assertEquals(Query.parse(query), Query.parse(uri.getRawQuery()), query);
    }

    /// Every character that can come to a query; a `#` ends it, and Arrival refuses the rest.
    static IntStream characters() {
        return IntStream.range(0x21, 0x100).filter(c -> c != '#' && c != 0x7f);
    }

    @ParameterizedTest @MethodSource("characters")
    void everyCharacterMeansItself(int character) {
        String text = Character.toString((char) character);
        assertSameMeaning("x=" + text + "&" + text + "y=1");
        assertSameMeaning(text.repeat(3));
    }

    @Test void whateverStandsBesideWhateverMeansTheSame() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder query = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                query.append(ODD.charAt(random.nextInt(ODD.length())));
            }
            assertSameMeaning(query.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            x=100%,             x=100%25
            x=%,                x=%25
            x=%4,               x=%254
            x=%zz&y=1,          x=%25zz&y=1
            x=%4g,              x=%254g
            x=%%41,             x=%25%41
            x=%4%41,            x=%254%41
            x={%22a%22:1},      x=%7B%22a%22:1%7D
            x="<>\\^`|",        x=%22%3C%3E%5C%5E%60%7C%22
            x=\u00c3\u00a9,     x=%C3%A9
            ?{,                 ?%7B
            """)
    void encodesWhatMustNotStandInAQuery(String raw, String encoded) {
        assertEquals("/a?" + encoded, encoded("/a?" + raw));
    }

    @Test void readsUtf8AsItIsMeant() {
        String raw = new String("x=caf\u00e9 \ud83d\ude00".replace(' ', '+').getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        Query query = Query.parse(URI.create(encoded("/a?" + raw)).getRawQuery());
        assertEquals(Optional.of("caf\u00e9 \ud83d\ude00"), query.first("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a?", "/a?x=1&y=%7B%c3+[]", "/a%?x=%5B[]", "/%/%zz/%4", "/a?x=1#{",
        "/a#{?y={", "/a#?{", "http://h/a?x={", "a?x={", "{a}", "?x={", "*"})
    void leavesTheRestAlone(String target) {
        assertEquals(0, RawTarget.excess(line(target)));
        assertEquals(target, encoded(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "[new] ^`{}<\\>\"", "\u00e9", "\ud83d\ude00", "$&+,:;=@!'()*~._-"})
    void pathsMeanThemselvesToo(String name) {
        String raw = new String(name.replace(" ", "%20").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        URI uri = URI.create(encoded("/a/" + raw + "?x=1"));
        assertEquals(List.of("a", name), RequestPath.of(uri.getRawPath()).segments());
        assertEquals("x=1", uri.getRawQuery());
    }

    /// In a path every `%` must be followed by two digits.
    @ParameterizedTest
    @ValueSource(strings = {"/100%", "/%zz", "/%4", "/|%"})
    void leavesAPathWithAPercentSignThatBeginsNoCodeToBeRefused(String target) {
        assertThrows(IllegalArgumentException.class, () -> URI.create(encoded(target)));
    }

    @Test void endsBeforeAFragment() {
        assertEquals("/a?x=%254#1{", encoded("/a?x=%4#1{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET ", "GET /a?", "{", "?{", " /?"})
    void looksAtWhatIsNoFirstLineToo(String line) {
        assertEquals(0, RawTarget.excess(line));
    }
}
