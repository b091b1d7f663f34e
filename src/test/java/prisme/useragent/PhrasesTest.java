package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "Chrome, a Chrome b, true", "Chrome, a chrome b, false", "~Chrome, a CHROME b, true",
        "Edg/#, Edg/147.0, true", "Edg/#, Edg/x, false", "v#.#, v12.345, true", "v#.#, v12x345, false",
        "MSIE 1, MSIE 10.0, true", "MSIE 10, MSIE 1, false", "MSIE 10, MSIE 11, false", "S60, S60V3, true",
        "^Nokia, NokiaE51, true", "^Nokia, a NokiaE51, false", "bot$, a bot, true", "bot$, bots, false",
        "~<bot>, a Bot/1, true", "<bot>, robot, false", "<bot>, bots, false", "bot>, robot 1, true",
        "#px, 12px, true", "#px, 12apx, false", "v#, v#, false", "v#x, v12x, true",
        "1Password, 1Password/7, true", "1Password, 21Password/7, true"})
    void findsAPhraseWhereItStands(String phrase, String text, boolean stands) {
        assertEquals(stands, finds(phrase, text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100})
    void findsWhatBeginsNearTheStart(int before) {
        assertEquals(true, finds("{bot", "x".repeat(before) + "bot"));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 500})
    void passesOverWhatBeginsFarFromTheStart(int before) {
        assertEquals(false, finds("{bot", "x".repeat(before) + "bot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "<", "<>", "^$", "\u00fcber"})
    void refusesAPhraseWithoutLetters(String phrase) {
        assertThrows(IllegalArgumentException.class, () -> finds(phrase, ""));
    }

    /* Among phrases that share its beginning, its end and its middle, as in a real table. */
    private static boolean finds(String phrase, String text) {
        Phrases.Collector collector = new Phrases.Collector();
        collector.numberOf("Chromium");
        collector.numberOf("rome");
        int number = collector.numberOf(phrase);
        collector.numberOf("#");
        collector.numberOf("MSIE #.#");
        Phrases phrases = collector.collected();
        FoundPhrases found = new FoundPhrases(phrases.count());
        phrases.findIn(text, found);
        return found.has(number);
    }
}
