package prisme.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorIdTest {
    private static final String FACE = "\uD83D\uDE00";

    @ParameterizedTest @ValueSource(strings = {"a", " ", "~", "me@example.com", "é", "日本", FACE, "a b"})
    void printableCharactersAreGood(String id) {
        assertTrue(VisitorId.isValid(id));
        assertTrue(VisitorId.isValid(id.repeat(VisitorId.MAX_LENGTH / id.codePointCount(0, id.length()))));
        assertFalse(VisitorId.isValid(id.repeat(VisitorId.MAX_LENGTH + 1)));
    }

    @ParameterizedTest @ValueSource(strings =
            {"\u0000", "\n", "\u007f", "\u009f", "\u00ad", "\u200d", "\u2028", "\u2029", "\uD83D", "\uDE00\uD83D",
             "\u0378", "\uFFFF"})
    void otherCharactersAreNot(String character) {
        assertFalse(VisitorId.isValid(character));
        assertFalse(VisitorId.isValid("a" + character + "a") || VisitorId.isValid("a" + character));
    }

    @Test void thereIsOneAtLeast() {
        assertFalse(VisitorId.isValid(""));
    }

    @ParameterizedTest @ValueSource(ints = {1, 255, 256})
    void charactersAreCountedNotTheirHalves(int count) {
        assertTrue(VisitorId.isValid(FACE.repeat(count)));
    }
}
