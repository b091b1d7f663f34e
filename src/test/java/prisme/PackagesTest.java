package prisme;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares our imports with the map of which package may import which. They lead from both ends of an event's way
/// towards the store, see the comment of the package `prisme`.
class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/prisme");
    private static final String ROOT = "prisme";
    private static final Pattern NAME_OF_OURS = Pattern.compile("\\bprisme\\.(?:([a-z]+)\\.)?[A-Z]");

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("files", Set.of()),
            entry("hash", Set.of()),
            entry("ip", Set.of()),
            entry("json", Set.of()),
            entry("wording", Set.of()),
            entry("threads", Set.of()),
            entry("time", Set.of()),
            entry("event", Set.of("ip")),
            entry("http", Set.of("ip", "json", "threads")),
            entry("useragent", Set.of("files", "hash", "json")),
            entry("country", Set.of("files", "ip", "json")),
            entry("columns", Set.of("event", "hash")),
            entry("access", Set.of("files", "hash", "http", "ip")),
            entry("visitors", Set.of("event", "files", "hash", "ip", "wording")),
            entry("store", Set.of("columns", "event", "threads", "wording")),
            entry("demo", Set.of("event")),
            entry("stats", Set.of("columns", "event", "json", "store", "threads", "time")),
            entry("tracker", Set.of("files", "http")),
            entry("exchange", Set.of("event", "http", "json", "store", "threads", "time", "wording")),
            entry("dashboard", Set.of("access", "files", "http", "json", "stats")),
            entry("collect", Set.of("country", "event", "http", "ip", "json", "useragent", "visitors")),
            entry("watch", Set.of("collect", "http", "ip", "json")),
            entry("settings", Set.of("access", "collect", "country", "event", "http", "ip", "store", "watch",
                    "wording")));

    @Test void importsOnlyWhatTheMapAllows() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Path file : sources()) {
            String own = SOURCES.relativize(file).getName(0).toString();
            if (MAY_IMPORT.containsKey(own)) {
                imported(file).filter(other -> !other.equals(own) && !MAY_IMPORT.get(own).contains(other))
                        .forEach(other -> wrong.add(own + " imports " + other + " in " + file.getFileName()));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /* An entry of the map that is no longer used would let in a new import unnoticed. */
    @Test void allowsOnlyWhatIsImported() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : sources()) {
            String own = SOURCES.relativize(file).getName(0).toString();
            imported(file).filter(other -> !other.equals(own))
                    .forEach(other -> found.computeIfAbsent(own, _ -> new TreeSet<>()).add(other));
        }
        Set<String> idle = new TreeSet<>();
        MAY_IMPORT.forEach((own, others) -> others.stream()
                .filter(other -> !found.getOrDefault(own, Set.of()).contains(other))
                .forEach(other -> idle.add(own + " may import " + other + ", and does not")));
        assertEquals(Set.of(), idle);
    }

    @Test void hasEveryPackageOnTheMap() throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> entries = Files.list(SOURCES)) {
            entries.filter(Files::isDirectory).forEach(entry -> packages.add(entry.getFileName().toString()));
        }
        assertEquals(new TreeSet<>(MAY_IMPORT.keySet()), packages);
    }

    @Test void hasNoCircles() {
        Set<String> settled = new TreeSet<>();
        while (MAY_IMPORT.entrySet().stream().anyMatch(row -> settled.containsAll(row.getValue())
                && settled.add(row.getKey()))) {
            /* Each pass settles one more package, all imports of which are settled already. */
        }
        assertEquals(new TreeSet<>(MAY_IMPORT.keySet()), settled);
    }

    @Test void opensEveryPackageWithItsStory() throws IOException {
        assertTrue(Files.readString(SOURCES.resolve("package-info.java")).startsWith("///"));
        for (String name : MAY_IMPORT.keySet()) {
            String story = Files.readString(SOURCES.resolve(name).resolve("package-info.java"));
            assertTrue(story.startsWith("///"), name);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Stream<String> imported(Path file) throws IOException {
        return NAME_OF_OURS.matcher(Files.readString(file)).results()
                .map((MatchResult found) -> found.group(1) == null ? ROOT : found.group(1));
    }
}
