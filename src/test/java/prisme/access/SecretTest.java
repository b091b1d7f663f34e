package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test void isTheSameTextAlone() {
        assertTrue(Secret.of("pässwörd").isThis("pässwörd"));
        for (String other : List.of("", "p", "pässwör", "pässwördd", "PÄSSWÖRD", "p\0ssw")) {
            assertFalse(Secret.of("pässwörd").isThis(other), other);
        }
    }

    @Test void isNothingWhereNoneIsSet() {
        assertEquals(new Secret.None(), Secret.of(""));
        assertFalse(Secret.of("").isThis(""));
    }

    @Test void showsItselfToNobody() {
        assertFalse(Secret.of("hunter2").toString().contains("hunter2"));
    }
}
