package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningTest {
    private static final List<String> PHRASES = List.of("^Mozilla", "^Mozilla/5.0$", "Mozilla/#", "{Mozilla", "<Linux",
        "~linux", "Android 1", "Android #", "Android $", "Android>", "~<webkit", "Webkit", "~kit/5",
        "(KHTML, like Gecko) Chrome/", "Chrome/$", "Chrome/#.", "Win64", "Windows NT 6", "Windows NT #$",
        "OS X", "OS $", "(", "($", "; K)", "10$");

    static Stream<String> texts() {
        return Opening.COMMON.stream().flatMap(text ->
            Stream.of(text, text + "1", text + "147.0", text + "x", text.substring(0, text.length() - 1)));
    }

    /* With a blank before it, a text has no known opening, so it is read from its first character. */
    @ParameterizedTest
    @MethodSource("texts")
    void changesNothingInWhatIsFound(String text) {
        assertEquals(found(PHRASES.stream().map(OpeningTest::behindABlank).toList(), " " + text), found(PHRASES, text));
    }

    private static String behindABlank(String phrase) {
        return phrase.startsWith("^") ? "^ " + phrase.substring(1) : phrase;
    }

    private static TreeSet<Integer> found(List<String> spelled, String text) {
        Phrases.Collector collector = new Phrases.Collector();
        spelled.forEach(collector::numberOf);
        Phrases phrases = collector.collected();
        FoundPhrases found = new FoundPhrases(phrases.count());
        phrases.findIn(text, found);
        return new TreeSet<>(IntStream.range(0, found.count()).mapToObj(found::number).toList());
    }
}
