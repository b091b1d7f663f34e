package prisme.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A JSON object: names and, for each name, the JSON text of its value.
public final class JsonObject {
    private final SequencedMap<String, MemberValue> members;

    private JsonObject(SequencedMap<String, MemberValue> members) {
        this.members = members;
    }

    /// Reads a document that is one object, at most [Json#MAX_DEPTH] deep.
    ///
    /// @param document UTF-8
    /// @throws JsonException if it is anything else; the message names the offset in bytes
    public static JsonObject parse(byte[] document) throws JsonException {
        return parse(document, Json.MAX_DEPTH);
    }

    /// Reads a document that is one object, with another limit to its depth.
    ///
    /// @param document UTF-8
    /// @param maxDepth how deep objects and arrays may nest, the document itself being 1. Each level takes room on the
    ///                 stack, so this is a small number: a line that wraps a document needs [Json#MAX_DEPTH] + 1
    /// @throws JsonException if it is anything else; the message names the offset in bytes
    public static JsonObject parse(byte[] document, int maxDepth) throws JsonException {
        return new JsonObject(new JsonReader(document, maxDepth).onlyObject());
    }

    /// Reads a document that is one of many alike, whose names are kept only once.
    ///
    /// @param document UTF-8; it must not be changed while the object is in use
    /// @param maxDepth as [#parse(byte\[\], int)] has it
    /// @param names    the names met so far, to which this document's are added
    /// @throws JsonException if it is anything else; the message names the offset in bytes
    public static JsonObject parse(byte[] document, int maxDepth, MemberNames names) throws JsonException {
        return new JsonObject(new JsonReader(document, maxDepth, names::of).onlyObject());
    }

    /// The decoded names, in the order of their first occurrence.
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /// The decoded names in the order of their first occurrence, each with the JSON text of its last value.
    public SequencedMap<String, String> members() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        members.forEach((name, value) -> texts.put(name, value.text()));
        return Collections.unmodifiableSequencedMap(texts);
    }

    /// Whether there is such a member.
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// The JSON text of a member's value, if there is such a member.
    public Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name)).map(MemberValue::text);
    }

    /// The characters of a member that is a string.
    ///
    /// @throws JsonException if it is missing or of another kind, or has half a surrogate pair
    public String string(String name) throws JsonException {
        return read(name, MemberValue::string);
    }

    /// The value of a member that is an integer of 64 bits, see [Json#wholeNumber(String)].
    ///
    /// @throws JsonException if it is missing, of another kind or too large
    public long wholeNumber(String name) throws JsonException {
        return read(name, value -> Json.wholeNumber(value.text()));
    }

    /// A member that is an object itself, at most [Json#MAX_DEPTH] deep.
    ///
    /// @throws JsonException if it is missing, of another kind or too deep
    public JsonObject object(String name) throws JsonException {
        return read(name, value -> nested(value.text()));
    }

    private static JsonObject nested(String text) throws JsonException {
        if (!text.startsWith("{")) {
            throw Json.unexpected("an object", text);
        }
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Reading<T> {
        T of(MemberValue value) throws JsonException;
    }

    private <T> T read(String name, Reading<T> reading) throws JsonException {
        MemberValue value = members.get(name);
        if (value == null) {
            throw new JsonException("expected a member \"" + name + "\" but there is none");
        }
        try {
            return reading.of(value);
        } catch (JsonException wrong) {
            throw new JsonException("member \"" + name + "\": " + wrong.getMessage());
        }
    }
}
