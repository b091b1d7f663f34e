package prisme.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the public suite: on its own, as a body, and as the value of a property.
class JsonReaderTest {
    static Stream<SuiteCase> suite() {
        return SuiteCase.all();
    }

    @Test void knowsTheWholeSuite() {
        assertEquals(95, SuiteCase.all().filter(c -> c.name().startsWith("y_")).count());
        assertEquals(188, SuiteCase.all().filter(c -> c.name().startsWith("n_")).count());
        assertEquals(35, SuiteCase.all().filter(c -> c.name().startsWith("i_")).count());
        assertEquals(22, SuiteCase.all().filter(c -> c.name().startsWith("transform_")).count());
    }

    @ParameterizedTest @MethodSource("suite") void readsValuesAsTheSuiteSays(SuiteCase suiteCase) {
        assertEquals(suiteCase.isAccepted(),
                accepts(() -> new JsonReader(suiteCase.bytes(), Json.MAX_DEPTH).onlyValue()));
    }

    @ParameterizedTest @MethodSource("suite") void takesOnlyObjectsAsBody(SuiteCase suiteCase) {
        assertEquals(suiteCase.isAccepted() && suiteCase.isObject(),
                accepts(() -> JsonObject.parse(suiteCase.bytes())));
    }

    @ParameterizedTest @MethodSource("suite") void readsPropertiesAsTheSuiteSays(SuiteCase suiteCase) {
        assertEquals(suiteCase.isAccepted(), accepts(() -> JsonObject.parse(suiteCase.asProperty())));
    }

    @ParameterizedTest @MethodSource("suite")
    void readsItsOwnTextsAgainUnchanged(SuiteCase suiteCase) throws JsonException {
        if (suiteCase.isAccepted()) {
            String text = JsonObject.parse(suiteCase.asProperty()).text("p").orElseThrow();
            assertEquals(text, Json.value(text));
        }
    }

    @ParameterizedTest @MethodSource("suite") void saysOnOnePrintableLineWhatIsWrong(SuiteCase suiteCase) {
        if (!suiteCase.isAccepted()) {
            var wrong = assertThrows(JsonException.class, () -> JsonObject.parse(suiteCase.asProperty()));
            assertTrue(wrong.getMessage().matches("expected [ -~]+ at offset \\d+ but found [ -~]+"),
                    wrong.getMessage());
        }
    }

    private interface Reading {
        void run() throws JsonException;
    }

    private static boolean accepts(Reading reading) {
        try {
            reading.run();
            return true;
        } catch (JsonException _) {
            return false;
        }
    }
}
