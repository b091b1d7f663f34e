package prisme.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    private final JsonWriter json = new JsonWriter();

    @Test void putsCommasBetweenMembersAndElements() {
        json.beginObject().member("from", 1).name("keys").beginArray().value("a").value(2).beginArray().endArray()
                .beginObject().endObject().value(true).endArray().member("ok", false).member("rate", 0.5)
                .rawMember("properties", "{\"x\":1e400}").endObject();
        assertEquals("{\"from\":1,\"keys\":[\"a\",2,[],{},true],\"ok\":false,\"rate\":0.5,"
                + "\"properties\":{\"x\":1e400}}", json.toString());
    }

    @ParameterizedTest @ValueSource(strings = {"", ",", "{", "[", ":", "\n", "\\", "\""})
    void putsCommasWhateverTheStringsEndIn(String string) throws JsonException {
        json.beginObject().member(string, string).member("b", string).endObject();
        assertEquals(string, JsonObject.parse(json.toByteArray()).string(string));
        assertEquals(string, JsonObject.parse(json.toByteArray()).string("b"));
    }

    @Test void writesOneDocumentALine() {
        json.beginObject().endObject().endLine().beginObject().member("a", 1).endObject().endLine();
        assertEquals("{}\n{\"a\":1}\n", json.toString());
    }

    @Test void beginsAgainWhenCleared() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            json.value("é".repeat(1000)).writeTo(out);
            assertEquals(2002, json.size());
            json.clear();
        }
        assertEquals(("\"" + "é".repeat(1000) + "\"").repeat(2), out.toString(UTF_8));
        assertEquals(0, json.toByteArray().length);
    }

    static Stream<Arguments> escapes() {
        return Stream.of(
                arguments("\"quoted\" \\ / '", "\\\"quoted\\\" \\\\ / '"),
                arguments("\b\f\n\r\t", "\\b\\f\\n\\r\\t"),
                arguments("\0\u001b[2J\u007f", "\\u0000\\u001b[2J\\u007f"),
                arguments("\u0080\u009b\u009f\u00a0", "\\u0080\\u009b\\u009f\u00a0"),
                arguments("a\u2028b\u2029c\u2027\u202a", "a\\u2028b\\u2029c\u2027\u202a"),
                arguments("é߿ࠀ€\ue000\uffff", "é߿ࠀ€\ue000\uffff"),
                arguments("\ud800\udc00😀\udbff\udfff", "\ud800\udc00😀\udbff\udfff"));
    }

    @ParameterizedTest @MethodSource("escapes") void escapesWhatMustOrShouldNotStand(String string, String inside) {
        assertArrayEquals(("\"" + inside + "\"").getBytes(UTF_8), json.value(string).toByteArray());
    }

    @Test void escapesHalvesOfSurrogatePairs() {
        json.beginArray().value("\ud800").value("\udfff\ud83d").value("\ud83d\ud83d\ude00x").endArray();
        assertEquals("[\"\\ud800\",\"\\udfff\\ud83d\",\"\\ud83d\ud83d\ude00x\"]", json.toString());
    }

    @Test void writesEveryCharacterSoThatItIsReadAsItself() throws JsonException {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                json.clear();
                json.beginObject().member("p", Character.toString(codePoint)).endObject();
                assertEquals(Character.toString(codePoint), JsonObject.parse(json.toByteArray()).string("p"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -10, 99, 100, 1_000_000_007, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void writesWholeNumbers(long number) {
        assertEquals(Long.toString(number), json.value(number).toString());
    }

    @ParameterizedTest @CsvSource({"0.25,0.25", "3.0,3", "-0.0,0", "1e-7,1.0E-7", "1e300,1.0E300", "0.1,0.1",
            "-2.5,-2.5", "9007199254740993.0,9007199254740992"})
    void writesNumbersShortly(double number, String text) throws JsonException {
        assertEquals(text, json.value(number).toString());
        assertEquals(text, Json.value(text));
    }

    @ParameterizedTest @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatJsonLacks(double number) {
        assertThrows(IllegalArgumentException.class, () -> json.value(number));
    }

    @Test void writesRawTextAsItStands() {
        String text = "{\"a\":\"\u2028\u007fé😀\\ud800\\u0041\"}";
        assertArrayEquals(text.getBytes(UTF_8), json.raw(text).toByteArray());
    }
}
