package prisme.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
    @Test void keepsNamesInTheirOrderAndValuesAsText() throws JsonException {
        JsonObject read = read("""
                {"plan": "pro", "price": 1e400, "id": 9223372036854775807, "ok": true, "none": null}""");
        assertEquals(List.of("plan", "price", "id", "ok", "none"), List.copyOf(read.members().keySet()));
        assertEquals(List.of("\"pro\"", "1e400", "9223372036854775807", "true", "null"),
                List.copyOf(read.members().values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "1E+2", "0.10", "123456789012345678901234567890", "\"\\u0041\"", "\"\\/\"",
            "\"\\ud800\"", "\"é\u2028😀\"", "[1,{\"a\":[]},\" \\\" , : \"]", "{\"b\":1,\"b\":2,\"a\":3}"})
    void keepsAValueAsItStands(String text) throws JsonException {
        assertEquals(text, read("{\"p\":" + text + "}").members().get("p"));
    }

    @Test void dropsTheWhitespaceBetweenTokensAndNoOther() throws JsonException {
        assertEquals("[1,{\"a b\":\"\\\" \\\\\"},[]]",
                read(" {\t\"p\" :\r\n[ 1 ,\n{ \"a b\"\t: \"\\\" \\\\\" } , [ ] ] } \n").members().get("p"));
    }

    @Test void lastOfEqualNamesWinsAtThePlaceOfTheFirst() throws JsonException {
        JsonObject read = read("{\"a\":1,\"b\":2,\"a\":3}");
        assertEquals(List.of(Map.entry("a", "3"), Map.entry("b", "2")), List.copyOf(read.members().entrySet()));
    }

    @Test void comparesNamesDecoded() throws JsonException {
        assertEquals(Map.of("a😀", "4"),
                read("{\"a😀\":1,\"\\u0061😀\":2,\"a\\uD83D\\ude00\":3,\"\\u0061\\ud83d\\uDE00\":4}").members());
    }

    @Test void tellsNamesApartThatOnlyLookAlike() throws JsonException {
        assertEquals(Map.of("\u00e9", "1", "e\u0301", "2", "E\u0301", "3", "", "4", " ", "5"),
                read("{\"\u00e9\":1,\"e\u0301\":2,\"E\u0301\":3,\"\":4,\" \":5}").members());
    }

    @Test void tellsNamesWithHalvesOfSurrogatePairsApart() throws JsonException {
        assertEquals(Map.of("a\ud800", "1", "a\udfff", "2"),
                read("{\"a\\ud800\":1,\"a\\udfff\":2}").members());
    }

    @Test void membersCannotBeChanged() throws JsonException {
        Map<String, String> members = read("{}").members();
        assertThrows(UnsupportedOperationException.class, () -> members.put("a", "1"));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | expected an object at offset 0 but found the end of the text
            [1]                 | expected an object at offset 0 but found '['
            {1:2}               | expected a string at offset 1 but found '1'
            {"a" 1}             | expected ':' at offset 5 but found '1'
            {"a":}              | expected a value at offset 5 but found '}'
            {"a":1              | expected ',' or '}' at offset 6 but found the end of the text
            {"a":[1}            | expected ',' or ']' at offset 7 but found '}'
            {"a":01}            | expected ',' or '}' at offset 6 but found '1'
            {"a":-}             | expected a digit at offset 6 but found '}'
            {"a":1.e2}          | expected a digit at offset 7 but found 'e'
            {"a":nul}           | expected null at offset 8 but found '}'
            {"a":"b             | expected '"' at offset 7 but found the end of the text
            {"a":"\\x"}         | expected one of "\\/bfnrtu at offset 7 but found 'x'
            {"a":"\\u00g0"}     | expected a hexadecimal digit at offset 10 but found 'g'
            {"é":ü}             | expected a value at offset 6 but found the byte 0xc3
            {} {}               | expected the end of the text at offset 3 but found '{'
            """)
    void saysWhatIsWrongAndWhere(String document, String message) {
        assertEquals(message, refusal(document.getBytes(UTF_8)));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            EFBBBF7B7D         | expected an object at offset 0 but found a byte order mark
            FEFF007B007D       | expected an object at offset 0 but found the byte 0xfe
            7B220022           | expected control characters to be escaped at offset 2 but found the byte 0x00
            7B220A22           | expected control characters to be escaped at offset 2 but found the byte 0x0a
            7B22C0AF22         | expected valid UTF-8 at offset 2 but found the byte 0xc0
            7B22E282           | expected valid UTF-8 at offset 4 but found the end of the text
            7B22EDA08022       | expected valid UTF-8 at offset 3 but found the byte 0xa0
            7B1B5B324A         | expected a string at offset 1 but found the byte 0x1b
            """)
    void showsBytesThatAreNotPrintableByTheirNumber(String hex, String message) {
        assertEquals(message, refusal(HexFormat.of().parseHex(hex)));
    }

    @Test void refusesDocumentsThatAreTooDeep() throws JsonException {
        assertEquals(arrays(63), read("{\"p\":" + arrays(63) + "}").members().get("p"));
        assertEquals("expected at most 64 levels of objects and arrays at offset 68 but found '['",
                refusal(("{\"p\":" + arrays(64) + "}").getBytes(UTF_8)));
    }

    @Test void countsDepthAndNotBrackets() throws JsonException {
        String wide = "{\"p\":[" + "{\"a\":[]},".repeat(100) + "[]]}";
        assertEquals(wide.length() - 6, read(wide).members().get("p").length());
    }

    @Test void readsALineThatWrapsTheDeepestDocument() throws JsonException {
        String deepest = "{\"p\":" + arrays(63) + "}";
        String line = "{\"properties\":" + deepest + "}";
        JsonObject read = JsonObject.parse(line.getBytes(UTF_8), Json.MAX_DEPTH + 1);
        assertEquals(arrays(63), read.object("properties").members().get("p"));
    }

    @Test void answersMembersByTheirKind() throws JsonException {
        JsonObject read = read("{\"path\":\"\\/caf\\u00e9\",\"status\":-404,\"properties\":{\"é\":[1]}}");
        assertEquals("/café", read.string("path"));
        assertEquals(-404, read.wholeNumber("status"));
        assertEquals(Map.of("é", "[1]"), read.object("properties").members());
        assertEquals(Optional.of("-404"), read.text("status"));
        assertEquals(Optional.empty(), read.text("name"));
    }

    @Test void saysWhichMemberIsMissingOrOfAnotherKind() throws JsonException {
        JsonObject read = read("{\"path\":1,\"status\":\"200\",\"properties\":[]}");
        assertEquals("expected a member \"name\" but there is none", message(() -> read.string("name")));
        assertEquals("member \"path\": expected a string but found 1", message(() -> read.string("path")));
        assertEquals("member \"status\": expected a whole number of 64 bits but found a string",
                message(() -> read.wholeNumber("status")));
        assertEquals("member \"properties\": expected an object but found an array",
                message(() -> read.object("properties")));
    }

    private static JsonObject read(String document) throws JsonException {
        return JsonObject.parse(document.getBytes(UTF_8));
    }

    private static String refusal(byte[] document) {
        return message(() -> JsonObject.parse(document));
    }

    private static String message(Executable reading) {
        return assertThrows(JsonException.class, reading).getMessage();
    }

    private static String arrays(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
