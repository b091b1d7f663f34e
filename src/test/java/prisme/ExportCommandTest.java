package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;
import prisme.store.EventLog;
import prisme.store.SyncPolicy;

/// The commands that read the store: `export` and `verify`.
class ExportCommandTest {
    private final RecordedShell shell = new RecordedShell();
    @TempDir Path directory;

    @BeforeEach void storeOneEventADay() throws IOException {
        try (EventLog log = EventLog.open(directory, new SyncPolicy.Never(), EventLog.SMALLEST_SEGMENT)) {
            for (int day = 1; day <= 3; day++) {
                Instant at = Instant.parse("2026-01-0" + day + "T00:00:00Z");
                Visit visit =
                        new Visit(new UUID(at.toEpochMilli() << 16 | 0x7000, 1), day + ".example.com", "/", "direct",
                        "XX", Client.UNKNOWN, Campaign.NONE);
                log.append(new Event.Pageview(at, visit, "v", "/day" + day, 200, 1));
                log.append(new Event.OutboundClick(at, visit, "v", "/day" + day, "https://other.example/"));
            }
        }
    }

    private Exit run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--data.dir=" + directory);
        return new CommandLine(Prisme.commands()).run(all, shell.in(directory, Map.of()));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "--table=events                                | 112233",
        "--from=2026-01-02                             | 2233",
        "--to=2026-01-02                               | 11",
        "--from=2026-01-02T00:00:00.001Z               | 33",
        "--to=2026-01-02T01:00:00+01:00                | 11",
        "--from=2026-01-02 --to=2026-01-03             | 22",
        "--from=2026-01-02 --to=2026-01-02             | ''",
        "--domain=1.example.com                        | 11",
        "--domain=1.EXAMPLE.com,,x,3.example.com       | 1133",
        "--table=sessions                              | 123",
        "--table=sessions --from=2026-01-02            | 23",
        "--format=ndjson                               | 112233",
    })
    void printsWhatTheFlagsAskFor(String flags, String days) {
        List<String> words = new ArrayList<>(List.of("export"));
        words.addAll(List.of(flags.strip().split(" ")));
        assertEquals(Exit.OK, run(words.toArray(String[]::new)));
        assertEquals(days, shell.out().lines().map(line -> line.replaceFirst(".*/day(.).*", "$1"))
                .reduce("", String::concat));
        assertEquals("", shell.err());
    }

    @ParameterizedTest @ValueSource(strings = {"--table=visits", "--table=Events", "--format=json", "--from=yesterday",
        "--domain=https://example.com", "--domain=x,*.example.com",
        "--to=2026-02-30", "--from=", "--from=2026-01-02 --to=2026-01-01"})
    void refusesWhatItDoesNotKnow(String flags) {
        List<String> words = new ArrayList<>(List.of("export"));
        words.addAll(List.of(flags.split(" ")));
        assertEquals(Exit.WRONG_USAGE, run(words.toArray(String[]::new)));
        assertEquals("", shell.out());
        assertTrue(shell.err().startsWith("prisme: flag --"), shell.err());
    }

    @Test void verifyPrintsFiguresOfAWholeStore() {
        assertEquals(Exit.OK, run("verify"));
        assertTrue(shell.out().matches("segments 1, events 6, bytes [0-9]+, torn bytes 0, damaged places 0\n"),
                shell.out());
        assertEquals("", shell.err());
    }

    @Test void bothTellDamageAndExportPrintsTheRest() throws IOException {
        Path segment = directory.resolve("events-00000001.log");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[100] ^= 1;
        Files.write(segment, bytes);
        assertEquals(Exit.FAILED, run("verify"));
        assertTrue(shell.err().startsWith("prisme: damaged: " + segment + ", bytes 32 to "), shell.err());
        assertEquals(Exit.OK, run("export", "--format=csv"));
        assertTrue(shell.err().contains("prisme: left out: " + segment + ", bytes 32 to "), shell.err());
        assertEquals(1 + 1 + 5, shell.out().lines().count());
    }

    @Test void aDirectoryThatDoesNotExistIsAFailure() {
        String words = "--data.dir=" + directory.resolve("none");
        for (String command : List.of("export", "verify")) {
            assertEquals(Exit.FAILED, new CommandLine(Prisme.commands())
                    .run(List.of(command, words), shell.in(directory, Map.of())));
        }
        assertTrue(shell.err().startsWith("prisme: cannot list " + directory.resolve("none")
                + ": there is no such file or directory"),
                shell.err());
    }

    @Test void aDirectoryWithoutEventsIsTold() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        for (String command : List.of("export", "verify")) {
            assertEquals(Exit.OK, new CommandLine(Prisme.commands())
                    .run(List.of(command, "--data.dir=" + empty), shell.in(directory, Map.of())));
        }
        assertEquals(("prisme: there are no events in " + empty + ", which data.dir names\n").repeat(2), shell.err());
        assertEquals("segments 0, events 0, bytes 0, torn bytes 0, damaged places 0\n", shell.out());
    }

    @Test void aFileIsNoDirectory() throws IOException {
        String file = Files.createFile(directory.resolve("events.ndjson")).toString();
        for (String command : List.of("export", "verify")) {
            assertEquals(Exit.FAILED, new CommandLine(Prisme.commands())
                    .run(List.of(command, "--data.dir=" + file), shell.in(directory, Map.of())));
        }
        assertTrue(shell.err().startsWith("prisme: cannot list " + file + ": it is not a directory"), shell.err());
    }
}
