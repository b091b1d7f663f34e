package prisme.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads a text by the grammar of [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259), with one method for each rule. A
/// method leaves the cursor right behind what it has read.
final class JsonReader {
    /* Enough for the twenty members of an exported event. */
    private static final int USUAL_CAPACITY = 32;

    private final Cursor cursor;
    private final int maxDepth;
    private final Names names;
    private int depth;

    /// Makes a name from its bytes, which are valid UTF-8.
    interface Names {
        String of(byte[] bytes, int from, int length);
    }

    /// @param text     UTF-8
    /// @param maxDepth how deep objects and arrays may nest
    JsonReader(byte[] text, int maxDepth) {
        this(text, maxDepth, (bytes, from, length) -> new String(bytes, from, length, StandardCharsets.UTF_8));
    }

    JsonReader(byte[] text, int maxDepth, Names names) {
        this.cursor = new Cursor(text);
        this.maxDepth = maxDepth;
        this.names = names;
    }

    /// Reads the whole text as one object.
    ///
    /// @return the decoded names, and where their values are
    SequencedMap<String, MemberValue> onlyObject() throws JsonException {
        SequencedMap<String, MemberValue> members = new LinkedHashMap<>(USUAL_CAPACITY);
        cursor.skipWhitespace();
        if (cursor.peek() != '{') {
            throw cursor.expected("an object");
        }
        list('{', '}', () -> members.put(name(), valueInPlace()));
        end();
        return members;
    }

    /// Reads the whole text as one value of any kind.
    ///
    /// @return its JSON text without the whitespace between its tokens
    String onlyValue() throws JsonException {
        cursor.skipWhitespace();
        MemberValue value = valueInPlace();
        end();
        return value.text();
    }

    private void end() throws JsonException {
        cursor.skipWhitespace();
        if (cursor.peek() != Cursor.END) {
            throw cursor.expected("the end of the text");
        }
    }

    private MemberValue valueInPlace() throws JsonException {
        int start = cursor.position();
        int skippedBefore = cursor.skipped();
        value();
        int whitespace = cursor.skipped() - skippedBefore;
        return new MemberValue(cursor.bytes(), start, cursor.position(), whitespace);
    }

    private void value() throws JsonException {
        switch (cursor.peek()) {
            case '"' -> JsonString.skip(cursor);
            case '{' -> list('{', '}', this::member);
            case '[' -> list('[', ']', this::value);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw cursor.expected("a value");
        }
    }

    private void member() throws JsonException {
        JsonString.skip(cursor);
        colon();
        value();
    }

    private String name() throws JsonException {
        int start = cursor.position() + 1;
        JsonString.skip(cursor);
        int length = cursor.position() - 1 - start;
        colon();
        return JsonString.unescape(names.of(cursor.bytes(), start, length));
    }

    private void colon() throws JsonException {
        cursor.skipWhitespace();
        cursor.expect(':', "':'");
        cursor.skipWhitespace();
    }

    private interface Item {
        void read() throws JsonException;
    }

    /// Reads what objects and arrays have in common: brackets around any number of items, with commas between them.
    private void list(char open, char close, Item item) throws JsonException {
        if (++depth > maxDepth) {
            /* The message is about the document: the level of a line that wraps it does not count. */
            int allowed = Math.min(maxDepth, Json.MAX_DEPTH);
            throw cursor.expected("at most " + allowed + " levels of objects and arrays");
        }
        cursor.expect(open, "'" + open + "'");
        cursor.skipWhitespace();
        if (!cursor.skip(close)) {
            items(item);
            cursor.expect(close, "',' or '" + close + "'");
        }
        depth--;
    }

    private void items(Item item) throws JsonException {
        do {
            cursor.skipWhitespace();
            item.read();
            cursor.skipWhitespace();
        } while (cursor.skip(','));
    }

    private void literal(String word) throws JsonException {
        for (int i = 0; i < word.length(); i++) {
            cursor.expect(word.charAt(i), word);
        }
    }

    private void number() throws JsonException {
        cursor.skip('-');
        if (!cursor.skip('0')) {
            digits();
        }
        if (cursor.skip('.')) {
            digits();
        }
        if (cursor.skip('e') || cursor.skip('E')) {
            exponent();
        }
    }

    private void exponent() throws JsonException {
        if (!cursor.skip('+')) {
            cursor.skip('-');
        }
        digits();
    }

    private void digits() throws JsonException {
        if (!isDigit(cursor.peek())) {
            throw cursor.expected("a digit");
        }
        while (isDigit(cursor.peek())) {
            cursor.advance();
        }
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
