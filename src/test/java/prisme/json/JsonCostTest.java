package prisme.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What hostile bodies cost to read or to refuse. They are larger than any body the server takes.
class JsonCostTest {
    private static final long MOST_NANOSECONDS = 50_000_000;
    private static final int RUNS = 5;

    record Bomb(String name, String text) {
        @Override public String toString() {
            return name;
        }
    }

    static Stream<Bomb> bombs() {
        return Stream.of(
                new Bomb("arrays in arrays", "[".repeat(60_000)),
                new Bomb("arrays in a property", "{\"a\":" + "[".repeat(60_000)),
                new Bomb("objects in objects", "{\"a\":".repeat(30_000)),
                new Bomb("many small arrays", "{\"a\":[" + "[],".repeat(40_000) + "0]}"),
                new Bomb("digits", "{\"a\":" + "9".repeat(60_000) + "}"),
                new Bomb("exponent", "{\"a\":1e999999999}"),
                new Bomb("many names", members(IntStream.range(0, 20_000).mapToObj(Integer::toString))),
                new Bomb("one name often", members(IntStream.range(0, 20_000).mapToObj(_ -> "a"))),
                new Bomb("names of one hash", members(IntStream.range(0, 10_000).mapToObj(JsonCostTest::colliding))),
                new Bomb("a long name", "{\"" + "a".repeat(60_000) + "\":1}"),
                new Bomb("escapes", "{\"a\":\"" + "\\u0000".repeat(100_000) + "\"}"),
                new Bomb("escapes in a name", "{\"" + "\\ud800".repeat(100_000) + "\":0}"),
                new Bomb("whitespace", "{\"a\":[" + "\n ".repeat(100_000) + "]}"),
                new Bomb("whitespace before the end", "{}" + " ".repeat(100_000) + "x"),
                new Bomb("whitespace everywhere", "{\"a\":[" + "0 ,".repeat(40_000) + "0]}"),
                new Bomb("quotes without end", "{\"a\":\"" + "\\\"".repeat(60_000)));
    }

    @ParameterizedTest @MethodSource("bombs") void staysBelow50MillisecondsOfCpu(Bomb bomb) {
        byte[] body = bomb.text().getBytes(UTF_8);
        long least = IntStream.range(0, RUNS).mapToLong(_ -> cost(body)).min().orElseThrow();
        assertTrue(least < MOST_NANOSECONDS, least + " ns");
    }

    private static long cost(byte[] body) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        try {
            JsonObject.parse(body).members().values().forEach(JsonCostTest::readFurther);
        } catch (JsonException _) {
            /* Refusing is an answer, too. */
        }
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static void readFurther(String text) {
        try {
            Json.wholeNumber(text);
            Json.string(text);
        } catch (JsonException _) {
            /* A value of the other kind. */
        }
    }

    private static String members(Stream<String> names) {
        return names.map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    /// "Aa" and "BB" have one hash code, and so has every chain of as many of them.
    private static String colliding(int number) {
        return IntStream.range(0, 16).mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
