package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do to the directory under a log that is open.
class OwnershipTest {
    private static final Health ABLE = new Health.Able();

    @TempDir Path parent;

    private Path directory() {
        return parent.resolve("data");
    }

    private SmallLog open() throws IOException {
        Files.createDirectories(directory());
        return new SmallLog(directory(), new SyncPolicy.Every(Duration.ofDays(1)), Disk.real());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new HashMap<>();
        for (Path file : files()) {
            contents.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    /// Puts a copy with the same name in the place of a file, as `tar` does.
    private void unpackOver(Path file) throws IOException {
        Path copy = Files.copy(file, parent.resolve("copy"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void empty() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    /// Looks as upkeep does.
    private static Health look(SmallLog log) {
        try {
            log.tail().requireThere();
        } catch (StoreException e) {
            log.commit().failed(e);
        }
        Health seen = log.commit().health();
        log.commit().probe();
        return seen;
    }

    private static void assertLost(SmallLog log, String reason) {
        assertFalse(look(log).equals(ABLE));
        for (int i = 0; i < 2; i++) {
            String why = assertThrows(StoreException.class, () -> log.append("/lost")).getMessage();
            assertTrue(why.contains(reason), why);
            look(log);
        }
        assertTrue(log.commit().health() instanceof Health.Unable(String why) && why.contains(reason),
                log.commit().health()::toString);
        assertFalse(log.ownership().isKept());
    }

    @Test void takesALockAnewThatWasDeleted() throws IOException {
        try (SmallLog log = open()) {
            log.append("/0");
            Files.delete(directory().resolve(DirectoryLock.FILE));
            assertFalse(log.ownership().isKept());
            assertEquals(ABLE, look(log));
            assertTrue(log.ownership().isKept());
            assertThrows(DirectoryInUse.class, () -> DirectoryLock.on(directory()));
            assertEquals(ProcessHandle.current().pid() + "\n",
                    Files.readString(directory().resolve(DirectoryLock.FILE)));
            log.append("/1");
        }
        assertEquals(StoredEvents.paths(0, 2), StoredEvents.pathsIn(directory()));
    }

    @Test void leavesADirectoryAloneWhoseLockAnotherHasTaken() throws Exception {
        SmallLog log = open();
        log.append("/0");
        Files.delete(directory().resolve(DirectoryLock.FILE));
        Process other = ChildProcess.start(DirectoryLockTest.Holder.class, directory().toString());
        try (BufferedReader out = other.inputReader()) {
            assertEquals("open", out.readLine());
            assertLost(log, "in use by another Prisme");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertLost(log, "in use by another Prisme");
        assertThrows(IOException.class, log::close);
        assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory()));
    }

    @Test void goesOnWhereWhatItFindsInUseIsItsOwn() throws IOException {
        Path away = parent.resolve("away");
        try (SmallLog log = open()) {
            log.append("/0");
            Files.move(directory(), away);
            Files.createDirectory(directory());
            try (DirectoryLock _ = DirectoryLock.on(directory())) {
                assertLost(log, "already open in this process");
            }
            Files.delete(directory().resolve(DirectoryLock.FILE));
            Files.delete(directory());
            Files.move(away, directory());
            look(log);
            assertEquals(ABLE, log.commit().health());
            log.append("/1");
        }
        assertEquals(StoredEvents.paths(0, 2), StoredEvents.pathsIn(directory()));
    }

    @Test void goesOnInADirectoryThatIsEmptiedSlowly() throws IOException {
        try (SmallLog log = open()) {
            log.append(5);
            Files.delete(directory().resolve(DirectoryLock.FILE));
            Files.delete(log.tail().segment().file());
            assertLost(log, "another one than at the start");
            empty();
            look(log);
            assertEquals(ABLE, log.commit().health());
            log.append("/5");
        }
        assertEquals(StoredEvents.paths(3, 6), StoredEvents.pathsIn(directory()), "two waited for a sync");
    }

    @Test void keepsWhatIsUnsyncedWhereAFullSegmentIsGone() throws IOException {
        try (SmallLog log = open()) {
            log.append(3);
            Files.delete(log.tail().segment().file());
            assertThrows(StoreException.class, () -> log.append("/lost"), "it would be in the next segment");
            log.commit().probe();
            log.append("/3");
        }
        assertEquals(StoredEvents.paths(0, 4), StoredEvents.pathsIn(directory()));
    }

    @Test void leavesADirectoryAloneThatABackupWasUnpackedOver() throws IOException {
        SmallLog log = open();
        log.append(5);
        for (Path file : files()) {
            unpackOver(file);
        }
        Map<Path, String> before = contents();
        assertLost(log, "start the server anew");
        assertThrows(IOException.class, log::close, "what waits for a sync is not there");
        assertEquals(before, contents());
        assertEquals(StoredEvents.paths(0, 5), StoredEvents.pathsIn(directory()));
    }

    @Test void leavesADirectoryAloneThatAnotherLogHasBegunIn() throws IOException {
        SmallLog log = open();
        log.append(2);
        empty();
        try (SmallLog other = open()) {
            other.append(4);
            Map<Path, String> before = contents();
            assertLost(log, "start the server anew");
            assertThrows(IOException.class, log::close);
            assertEquals(before, contents());
        }
        assertEquals(StoredEvents.paths(0, 4), StoredEvents.pathsIn(directory()));
    }

    @Test void goesOnInADirectoryThatWasEmptied() throws IOException {
        try (SmallLog log = open()) {
            log.append(2);
            empty();
            assertFalse(look(log).equals(ABLE));
            assertEquals(ABLE, log.commit().health());
            assertTrue(log.ownership().isKept());
            log.append("/2");
        }
        assertEquals(StoredEvents.paths(0, 3), StoredEvents.pathsIn(directory()), "two waited for a sync");
    }

    @Test void waitsForADirectoryThatWasMovedAway() throws IOException {
        Path away = parent.resolve("away");
        try (SmallLog log = open()) {
            log.append(2);
            Files.move(directory(), away);
            Health gone = new Health.Unable("the data directory " + directory()
                    + " is gone, with the events in it: it was deleted or moved");
            assertEquals(gone, look(log));
            assertEquals(gone, look(log));
            assertFalse(Files.exists(directory()));
            Files.move(away, directory());
            look(log);
            assertEquals(ABLE, log.commit().health());
            log.append("/2");
        }
        assertEquals(StoredEvents.paths(0, 3), StoredEvents.pathsIn(directory()));
    }

    @Test void goesOnBehindASegmentThatWasReplaced() throws IOException {
        try (SmallLog log = open()) {
            log.append(2);
            unpackOver(log.tail().segment().file());
            assertFalse(look(log).equals(ABLE));
            assertEquals(ABLE, log.commit().health());
            log.append("/2");
        }
        assertEquals(StoredEvents.paths(0, 3), StoredEvents.pathsIn(directory()));
    }

    @Test void goesOnBehindASegmentThatWasCut() throws IOException {
        try (SmallLog log = open()) {
            log.append(2);
            Files.write(log.tail().segment().file(), new byte[0]);
            assertFalse(look(log).equals(ABLE));
            assertEquals(ABLE, log.commit().health());
            log.append("/2");
        }
        assertEquals(StoredEvents.paths(0, 3), StoredEvents.pathsIn(directory()));
    }

    @Test void keepsWhatIsUnsyncedWhereTheSegmentIsGoneAtTheEnd() throws IOException {
        try (SmallLog log = open()) {
            log.append(2);
            Files.delete(log.tail().segment().file());
        }
        assertEquals(StoredEvents.paths(0, 2), StoredEvents.pathsIn(directory()));
    }

    @Test void beginsNoSegmentInAnotherDirectory() throws IOException {
        SmallLog log = open();
        log.append(3);
        for (Path file : files()) {
            unpackOver(file);
        }
        Map<Path, String> before = contents();
        assertThrows(StoreException.class, () -> log.append("/3"), "the next segment would begin with it");
        assertThrows(IOException.class, log::close);
        assertEquals(before, contents());
    }
}
