package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    /// What a line of a table asks for.
    private record Condition(String line, Set<String> required, Set<String> forbidden) {
        static Condition of(String line) {
            String phrases = line.startsWith("=") ? line.substring(1) : line.substring(line.indexOf(" = ") + 3);
            return new Condition(line, parts(phrases, false), parts(phrases, true));
        }

        private static Set<String> parts(String phrases, boolean negated) {
            return Stream.of(phrases.strip().split(" & ")).filter(part -> part.startsWith("!") == negated)
                    .collect(Collectors.toSet());
        }

        boolean holdsWherever(Condition other) {
            return other.required.containsAll(required) && other.forbidden.containsAll(forbidden);
        }
    }

    /* Whoever adds a rule that one above it answers for would look for a mistake elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"browsers", "systems", "devices", "devices-unbranded", "devices-late", "crawlers",
        "libraries", "bare-own", "bare-trades"})
    void everyRuleCanBeTheFirstThatHolds(String table) {
        List<Condition> above = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        for (String line : Tables.OF_THIS_JAR.lines(table + ".txt")) {
            Condition rule = Condition.of(line);
            above.stream().filter(earlier -> earlier.holdsWherever(rule)).findFirst()
                    .ifPresent(earlier -> idle.add("'" + line + "' stands below '" + earlier.line() + "'"));
            above.add(rule);
        }
        assertEquals(List.of(), idle, table + ".txt has rules that never answer");
    }
}
