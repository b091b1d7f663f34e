package prisme.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventNameTest {
    @ParameterizedTest @ValueSource(strings = {"a", "sign up", " ", "é", "\ud83d\ude00"})
    void takesUpTo128CharactersHoweverWideTheyAre(String character) {
        assertTrue(EventName.isValid(character));
        int length = character.codePointCount(0, character.length());
        assertTrue(EventName.isValid(character.repeat(128 / length)));
        assertFalse(EventName.isValid(character.repeat(128 / length + 1)));
    }

    @ParameterizedTest @ValueSource(strings = {"", "a\n", "\u0000", "\u007f", "\u0085"})
    void refusesControlCharactersAndNothing(String name) {
        assertFalse(EventName.isValid(name));
    }
}
