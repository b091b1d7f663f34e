package prisme.browser;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import prisme.json.Json;
import prisme.json.JsonException;
import prisme.json.JsonObject;

/// An object that the browser sent. What the protocol promises and the browser leaves out is an [AssertionError].
record Reply(JsonObject members) {
    private static final int MAX_DEPTH = Json.MAX_DEPTH + 1;

    static Reply parse(String message) {
        try {
            return new Reply(JsonObject.parse(message.getBytes(StandardCharsets.UTF_8), MAX_DEPTH));
        } catch (JsonException e) {
            throw new AssertionError("the browser sent no JSON object: " + message, e);
        }
    }

    boolean has(String name) {
        return members.text(name).isPresent();
    }

    Reply object(String name) {
        return parse(text(name));
    }

    Optional<Reply> optionalObject(String name) {
        return members.text(name).map(Reply::parse);
    }

    String string(String name) {
        try {
            return members.string(name);
        } catch (JsonException e) {
            throw new AssertionError("unexpected answer of the browser: " + members.members(), e);
        }
    }

    long wholeNumber(String name) {
        return Long.parseLong(text(name));
    }

    double[] numbers(String name) {
        return Stream.of(text(name).replaceAll("[\\[\\]]", "").split(","))
                .filter(Predicate.not(String::isEmpty))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /// The JSON text of a member.
    String text(String name) {
        return members.text(name).orElseThrow(() -> new AssertionError(name + " is missing in " + members.members()));
    }

    <T> Optional<T> map(String name, Function<Reply, T> reading) {
        return optionalObject(name).map(reading);
    }
}
