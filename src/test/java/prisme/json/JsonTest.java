package prisme.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"pro\"", "1e400", "true", "false", "null", "[]", "{\"a\":[1,\"é\"]}", "\"😀\"",
            "\"\\ud800\""})
    void readsOneValueOfAnyKind(String text) throws JsonException {
        assertEquals(text, Json.value(text));
    }

    @Test void dropsWhitespaceAroundAndBetweenTokens() throws JsonException {
        assertEquals("{\"a\":[1,\" \"]}", Json.value("\n { \"a\" : [ 1 , \" \" ] } "));
    }

    @ParameterizedTest @ValueSource(strings = {"", " ", "pro", "1 2", "1,", "'a'", "NaN", "\"a", "\ufeff1", "\u00a01"})
    void refusesWhatIsNotOneValue(String text) {
        assertThrows(JsonException.class, () -> Json.value(text));
    }

    @ParameterizedTest @ValueSource(strings = {"\"\ud800\"", "\"\udc00\ud800\"", "\ud800"})
    void refusesHalfASurrogatePair(String text) {
        assertEquals("expected Unicode text but found half a surrogate pair",
                assertThrows(JsonException.class, () -> Json.value(text)).getMessage());
    }

    @Test void leavesRoomForTheObjectAround() throws JsonException {
        String deepest = "[".repeat(63) + "]".repeat(63);
        assertEquals(deepest, Json.value(deepest));
        assertThrows(JsonException.class, () -> Json.value("[" + deepest + "]"));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ""                                | ``
            "a b"                             | a b
            "\\"\\\\\\/"                      | "\\/
            "é\\u00e9\\u00E9"                 | ééé
            "\\ud83d\\ude00😀"                | 😀😀
            "\\\\u0041"                       | \\u0041
            "\\ud83d\\ude00\\ud83d\\ude00"    | 😀😀
            """)
    void decodesStringsIntoWellFormedUnicode(String text, String decoded) throws JsonException {
        assertEquals(decoded, Json.string(text));
    }

    @ParameterizedTest @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\\ude00\\ud83d\"",
        "\"\\ud83d😀\\ude00\"", "\"\\ud83d\\ud83d\\ude00\"", "\"\\ud83d\\ude00\\ude00\""})
    void decodesNoHalvesOfSurrogatePairs(String text) throws JsonException {
        assertEquals(text, Json.value(text));
        assertEquals("expected Unicode text but found half a surrogate pair",
                assertThrows(JsonException.class, () -> Json.string(text)).getMessage());
    }

    @Test void decodesControlCharacters() throws JsonException {
        assertEquals("\b\f\n\r\t\0\u001f", Json.string("\"\\b\\f\\n\\r\\t\\u0000\\u001F\""));
    }

    @ParameterizedTest @ValueSource(longs = {0, -1, 200, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsWholeNumbersOf64Bits(long number) throws JsonException {
        assertEquals(number, Json.wholeNumber(Long.toString(number)));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            9223372036854775808  | 9223372036854775808
            -9223372036854775809 | -9223372036854775809
            1.0                  | 1.0
            1e2                  | 1e2
            "1"                  | a string
            null                 | null
            [1]                  | an array
            {}                   | an object
            11111111111111111111111111111111111111111 | a longer number
            """)
    void refusesOtherValuesAsWholeNumbers(String text, String shown) {
        assertEquals("expected a whole number of 64 bits but found " + shown,
                assertThrows(JsonException.class, () -> Json.wholeNumber(text)).getMessage());
    }
}
