package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.settings.Settings;

/// The command `import`.
class ImportCommandTest {
    private static final String LINE = "{\"type\":\"pageview\",\"timestamp\":\"2026-03-0%1$dT12:00:00.123Z\","
            + "\"domain\":\"example.com\",\"path\":\"/day%1$d\",\"visitor_id\":\"me\","
            + "\"session_uuid\":\"019cb8b8-0e7b-7000-8000-00000000002a\",\"referrer_domain\":\"direct\","
            + "\"entry_path\":\"/\","
            + "\"country_code\":\"XX\",\"operating_system\":\"Other\",\"browser_family\":\"Other\","
            + "\"device\":\"Other\","
            + "\"utm_source\":\"\",\"utm_medium\":\"\",\"utm_campaign\":\"\",\"utm_term\":\"\",\"utm_content\":\"\","
            + "\"status\":200,\"version\":1}\n";

    private final RecordedShell shell = new RecordedShell();
    @TempDir Path directory;

    /* An import sets the level for the whole process. */
    @AfterEach void logAsBefore() {
        Logger.getLogger("").setLevel(Level.INFO);
    }

    private static String day(int day) {
        return LINE.formatted(day);
    }

    private Exit run(String standardInput, String... words) {
        return run(stream(standardInput), words);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Exit run(InputStream in, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--data.dir=" + directory.resolve("data"));
        Shell around = shell.in(directory, Map.of());
        return new CommandLine(Prisme.commands()).run(all,
                new Shell(around.environment(), around.directory(), in, around.out(), around.err()));
    }

    private String exported() {
        String before = shell.out();
        assertEquals(Exit.OK, run("", "export"));
        return shell.out().substring(before.length());
    }

    @Test void storesStandardInputInItsOwnTime() {
        assertEquals(Exit.OK, run(day(2) + day(1), "import"));
        assertEquals("2 events stored\n", shell.err());
        assertEquals("", shell.out());
        assertEquals(Exit.OK, run(day(3), "import"));
        assertEquals(day(1) + day(2) + day(3), exported());
    }

    @Test void logsWhatIsWrongInTheDirectoryAsTheServerDoes() throws IOException {
        run(day(1), "import");
        Path salts = Files.write(directory.resolve("data/salts"), new byte[] {1});
        assertEquals(Exit.OK, run(day(2), "import"));
        assertTrue(shell.err().contains("\"level\":40,\"msg\":\"the salts in " + salts), shell.err());
        Files.write(salts, new byte[] {1});
        int before = shell.err().length();
        assertEquals(Exit.OK, run(day(3), "import", "--log.level=error"));
        assertEquals("1 event stored\n", shell.err().substring(before));
    }

    @Test void storesFilesInTheirOrder() throws IOException {
        Path one = Files.writeString(directory.resolve("one"), day(1).replace("day1", "one"));
        Path two = Files.writeString(directory.resolve("two"), day(1).replace("day1", "two"));
        assertEquals(Exit.OK, run("never read", "import", two.toString(), one.toString()));
        assertEquals(Files.readString(two) + Files.readString(one), exported());
    }

    @Test void namesTheFileAndTheFirstBadLineAndKeepsThoseBefore() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad"), day(1) + day(2) + "{}\n" + day(3));
        assertEquals(Exit.FAILED, run("", "import", bad.toString(), bad.toString()));
        assertEquals("prisme: " + bad
                + ", line 3: expected a member \"timestamp\" but there is none. The lines before it are "
                + "stored; go on from this one, or skip such lines with --skip-bad-lines\n2 events stored\n",
                shell.err());
        assertEquals(day(1) + day(2), exported());
    }

    @Test void countsBadLinesWhenTheyMayBeSkipped() {
        assertEquals(Exit.OK, run("{}\n" + day(1) + "x\n", "import", "--skip-bad-lines"));
        assertEquals("1 event stored, 2 bad lines skipped\n", shell.err());
        assertEquals(day(1), exported());
    }

    @Test void storesNothingWhereAFileIsNotThere() throws IOException {
        Path one = Files.writeString(directory.resolve("one"), day(1));
        assertEquals(Exit.FAILED, run("", "import", one.toString(), directory.resolve("none").toString()));
        assertTrue(shell.err().contains(directory.resolve("none") + ": there is no such file or directory"),
                shell.err());
        assertFalse(Files.exists(directory.resolve("data")));
    }

    @Test void storesNothingWhereOneIsADirectory() throws IOException {
        Path one = Files.writeString(directory.resolve("one"), day(1));
        assertEquals(Exit.FAILED, run("", "import", one.toString(), directory.toString()));
        assertEquals("prisme: " + directory + ": it is a directory\n", shell.err());
        assertFalse(Files.exists(directory.resolve("data")));
    }

    @Test void countsWhatIsStoredOfAllFilesWhenOneCannotBeRead() throws IOException {
        Path one = Files.writeString(directory.resolve("one"), day(1) + day(2));
        InputStream broken = new SequenceInputStream(stream(day(3)), new InputStream() {
            @Override public int read() throws IOException {
                throw new IOException("broken off");
            }
        });
        assertEquals(Exit.FAILED, run(broken, "import", one.toString(), "-"));
        assertEquals("prisme: standard input: broken off; stored before: 2 events\n", shell.err());
    }

    @Test void readsStandardInputWhereItIsNamed() throws IOException {
        Path two = Files.writeString(directory.resolve("two"), day(2));
        assertEquals(Exit.OK, run(day(1), "import", two.toString(), "-"));
        assertEquals(day(1) + day(2), exported());
    }

    @Test void asksForTheNameOfAFile() {
        assertEquals(Exit.WRONG_USAGE, run(day(1), "import", ""));
        assertEquals("prisme: the name of a file is empty; standard input is called -\n", shell.err());
    }

    @Test void namesOfFilesDoNothingToATerminal() throws IOException {
        assertEquals(Exit.FAILED, run("", "import", "none\u001b[2J"));
        Files.writeString(directory.resolve("bad\u001b[2J"), "{}\n");
        assertEquals(Exit.FAILED, run("", "import", "bad\u001b[2J"));
        assertTrue(shell.err().contains("none\\u001B[2J: ") && shell.err().contains("bad\\u001B[2J, line 1: "),
                shell.err());
        assertFalse(shell.err().contains("\u001b"), shell.err());
    }

    @Test void sendsTheLinesOfARunningServerElsewhere() throws IOException {
        Settings settings = Settings.of(Map.of("data.dir", directory.resolve("data").toString()));
        try (DataDirectory running = DataDirectory.open(settings, InstantSource.system())) {
            assertEquals(Exit.FAILED, run(day(1), "import"));
            assertEquals(List.of(), running.recovery().damages());
        }
        assertTrue(shell.err().endsWith("; a running server takes the same lines at POST /api/v1/import\n"),
                shell.err());
        assertEquals("", exported());
    }

    @Test void leavesNothingToReplay() {
        run((day(1) + day(2)).repeat(2000), "import");
        assertFalse(Files.exists(directory.resolve("data/sessions.tmp")));
        assertTrue(Files.exists(directory.resolve("data/sessions")),
                "what was imported is known to hold no visit under way");
    }

    @Test void progressIsShownEveryNowAndThenOnOneLine() {
        long[] now = {0};
        ImportProgress progress = new ImportProgress(shell.withoutSettings().err(), () -> now[0], 200);
        progress.at(1000);
        now[0] = 200;
        progress.at(2000);
        now[0] = 399;
        progress.at(3000);
        now[0] = 1_000_000_000;
        progress.at(4000);
        progress.end();
        progress.end();
        assertEquals("\r2,000 lines, 10,000,000,000 a second \r4,000 lines, 4,000 a second \n", shell.err());
    }

    @Test void onlyATerminalIsOne() {
        assertTrue(Terminal.isTerminal(Path.of("/dev/pts/3")));
        assertTrue(Terminal.isTerminal(Path.of("/dev/tty1")));
        for (String other : List.of("/dev/null", "pipe:[4711]", "socket:[12]", "/var/log", "/dev/pts3")) {
            assertFalse(Terminal.isTerminal(Path.of(other)), other);
        }
    }
}
