package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import prisme.event.Event;

class DemoTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private static Demo demo;
    private static Path directory;

    @BeforeAll static void fill() throws IOException {
        demo = Demo.at(NOW);
        demo.fill();
        directory = Path.of(demo.on(new Arguments(Map.of(), List.of())).flags().get("data.dir"));
    }

    @AfterAll static void leavesNothingBehind() {
        assertTrue(Files.exists(directory.resolve("events-00000001.log")));
        demo.remove();
        assertFalse(Files.exists(directory));
    }

    @Test void opensTheDashboardAndTakesTheEventsOfItsSites() {
        Arguments given = new Arguments(Map.of("origins", "a.example", "port", "0"), List.of());
        Map<String, String> flags = demo.on(given).flags();
        assertEquals("true", flags.get("dashboard.public"));
        assertEquals("a.example,example.com,docs.example.com,shop.example.com", flags.get("origins"));
        assertEquals("0", flags.get("port"));
    }

    @Test void whatIsStillToHappenHappensWhenItIsTime() throws InterruptedException {
        BlockingQueue<Event> happened = new LinkedBlockingQueue<>(1);
        demo.goOn(happened::offer, () -> NOW.plus(Duration.ofDays(100)));
        Event first = happened.poll(10, TimeUnit.SECONDS);
        assertTrue(first.at().isAfter(NOW), first.toString());
    }

    @Test void takesNoDirectoryOfTheOwners() {
        Arguments arguments = Arguments.parse(new ServeCommand(), List.of("--demo", "--data.dir=mine"));
        Shell shell = new RecordedShell().withoutSettings();
        assertThrows(UsageException.class, () -> new ServeCommand().run(arguments, shell));
    }
}
