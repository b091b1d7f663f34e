package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A start only loads what the first answer needs. That is tested by the classes that are loaded, as times depend on
/// the machine.
class StartIT {
    /// The first of what is made when the server listens.
    private static final String LATER = " prisme.useragent.";
    private static final List<String> FOR_LATER = List.of("prisme.country.PackedTable", "prisme.dashboard.StatsApi",
            "prisme.exchange.ExportHandler", "prisme.tracker.TrackerScript");
    /// Parts of Java that take long to load, and that one careless call brings in.
    private static final List<String> SLOW = List.of("java.math.BigDecimal", "javax.crypto.Mac",
            "sun.security.ec.SunEC", "java.net.http.HttpClient");

    @TempDir private Path folder;

    private List<String> loadedFirst() throws IOException {
        Path classes = folder.resolve("classes");
        try (RunningJar _ = RunningJar.serveTellingClasses(classes, folder.resolve("data"))) {
            return Files.readAllLines(classes).stream().takeWhile(line -> !line.contains(LATER)).toList();
        }
    }

    private static boolean isIn(List<String> loaded, String name) {
        return loaded.stream().anyMatch(line -> line.contains(" " + name + " "));
    }

    @Test void loadsNothingThatTheFirstAnswerDoesNotNeed() throws IOException {
        List<String> loaded = loadedFirst();
        assertTrue(isIn(loaded, "prisme.http.HttpFront"));
        assertEquals(List.of(), FOR_LATER.stream().filter(name -> isIn(loaded, name)).toList());
        assertEquals(List.of(), SLOW.stream().filter(name -> isIn(loaded, name)).toList());
    }
}
