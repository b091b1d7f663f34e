package prisme.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;

/// A JSON object: names and, for each, the JSON text of its value.
public final class JsonObject {
    private final SequencedMap<String, String> members;

    private JsonObject(SequencedMap<String, String> members) {
        this.members = Collections.unmodifiableSequencedMap(members);
    }

    /// Reads a document that is one object, at most [Json#MAX_DEPTH] deep.
    ///
    /// @param document UTF-8
    /// @throws JsonException if it is anything else; the message names the offset in bytes
    public static JsonObject parse(byte[] document) throws JsonException {
        return parse(document, Json.MAX_DEPTH);
    }

    /// Reads a document that is one object, and may be deeper or must be flatter than usual.
    ///
    /// @param document UTF-8
    /// @param maxDepth how deep objects and arrays may nest, the document itself being 1. Each level takes room on the
    ///                 stack, so this is a small number: a line that wraps a document needs [Json#MAX_DEPTH] + 1.
    /// @throws JsonException if it is anything else; the message names the offset in bytes
    public static JsonObject parse(byte[] document, int maxDepth) throws JsonException {
        return new JsonObject(new JsonReader(document, maxDepth).onlyObject());
    }

    /// The decoded names in the order in which they first stood, each with the JSON text of its last value.
    public SequencedMap<String, String> members() {
        return members;
    }

    /// The JSON text of a member's value, if there is such a member.
    public Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /// The characters of a member that is a string.
    ///
    /// @throws JsonException if it is missing or of another kind
    public String string(String name) throws JsonException {
        return read(name, Json::string);
    }

    /// The value of a member that is an integer of 64 bits, see [Json#wholeNumber(String)].
    ///
    /// @throws JsonException if it is missing or of another kind
    public long wholeNumber(String name) throws JsonException {
        return read(name, Json::wholeNumber);
    }

    /// A member that is an object itself, at most [Json#MAX_DEPTH] deep.
    ///
    /// @throws JsonException if it is missing, of another kind or too deep
    public JsonObject object(String name) throws JsonException {
        return read(name, JsonObject::nested);
    }

    private static JsonObject nested(String text) throws JsonException {
        if (!text.startsWith("{")) {
            throw Json.unexpected("an object", text);
        }
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Reading<T> {
        T of(String text) throws JsonException;
    }

    private <T> T read(String name, Reading<T> reading) throws JsonException {
        String text = members.get(name);
        if (text == null) {
            throw new JsonException("expected a member \"" + name + "\" but there is none");
        }
        try {
            return reading.of(text);
        } catch (JsonException wrong) {
            throw new JsonException("member \"" + name + "\": " + wrong.getMessage());
        }
    }
}
