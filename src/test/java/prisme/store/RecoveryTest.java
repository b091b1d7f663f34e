package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
    @TempDir Path directory;

    private Path segment(int number) {
        return Segment.numbered(number, directory).file();
    }

    /// A segment with another version in its header, and the right checksum.
    private static byte[] ofVersion(int version, byte[] segment) {
        ByteBuffer changed = ByteBuffer.wrap(segment.clone()).putInt(8, version);
        CRC32C crc = new CRC32C();
        crc.update(changed.array(), 0, 28);
        return changed.putInt(28, (int) crc.getValue()).array();
    }

    @Test void refusesALaterFormatAndLeavesItAlone() throws Exception {
        StoredEvents.store(directory, 500);
        byte[] whole = Files.readAllBytes(segment(1));
        assertRefuses(ByteBuffer.wrap(whole.clone()).putInt(8, 99).array(), 99);
        assertRefuses(ofVersion(99, whole), 99);
        assertRefuses(ofVersion(SegmentHeader.VERSION + 1, whole), SegmentHeader.VERSION + 1);
    }

    @ParameterizedTest @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void takesAVersionThatNeverWasForDamage(int version) throws IOException {
        StoredEvents.store(directory, 3);
        Files.write(segment(1), ofVersion(version, Files.readAllBytes(segment(1))));
        assertEquals(List.of("the header is unreadable"),
                StoredEvents.damagesIn(directory).stream().map(Damage::what).toList());
        assertEquals(3, StoredEvents.read(directory).size());
    }

    private void assertRefuses(byte[] bytes, int version) throws Exception {
        Files.write(segment(1), bytes);
        Files.writeString(directory.resolve("events-00000002.columns.tmp"), "of a later version");
        Files.writeString(directory.resolve(DirectoryLock.FILE), "of an earlier process");
        Map<String, String> before = contents();
        List<Callable<?>> attempts = List.of(() -> StoredEvents.open(directory), () -> StoredEvents.read(directory),
                () -> Verification.of(directory, damage -> { }));
        for (Callable<?> attempt : attempts) {
            StoreException e = assertThrows(StoreException.class, attempt::call);
            assertEquals(segment(1) + " has format version " + version
                    + ", but this Prisme knows " + SegmentHeader.VERSION
                    + " at most: use a newer Prisme (nothing was changed)", e.getMessage());
        }
        assertEquals(before, contents());
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test void walksTheLastSegmentAlone() throws IOException {
        StoredEvents.store(directory, 1000);
        StoredEvents.flip(segment(1), (int) Files.size(segment(1)) / 2);
        try (EventLog log = StoredEvents.open(directory)) {
            assertEquals(List.of(), log.recovery().damages());
            assertEquals(1000, log.recovery().events());
        }
        assertEquals(1, StoredEvents.damagesIn(directory).size());
    }

    @Test void findsTheSequenceInEarlierSegmentsWhenTheLastTellsNothing() throws IOException {
        StoredEvents.store(directory, 1000);
        int last = Segment.in(directory).size();
        for (byte[] useless : List.of(new byte[0], new byte[7], new byte[5000], "no segment at all".repeat(99)
                .getBytes())) {
            Files.write(segment(last + 1), useless);
            try (EventLog log = StoredEvents.open(directory)) {
                assertEquals(1000, log.recovery().events());
                assertEquals(useless.length, log.recovery().tornBytes());
            }
            assertEquals(StoredEvents.paths(0, 1000), StoredEvents.pathsIn(directory));
            assertEquals(List.of(), StoredEvents.damagesIn(directory));
        }
    }

    @Test void aTailThatCannotBeCutStopsTheStart() throws IOException {
        StoredEvents.store(directory, 1);
        Files.write(segment(1), new byte[] {1}, StandardOpenOption.APPEND);
        FailingDisk disk = new FailingDisk();
        disk.failCuts();
        StoreException e = assertThrows(StoreException.class, () -> EventLog.open(directory, new SyncPolicy.Never(),
                EventLog.SMALLEST_SEGMENT, disk));
        assertTrue(e.getMessage().startsWith("cannot cut the torn end off " + segment(1)), e.getMessage());
        StoredEvents.open(directory).close();
    }

    @Test void saysWhatIsWrongWithADirectoryThatCannotBeWrittenTo() throws IOException {
        Files.createDirectory(directory.resolve(DirectoryLock.FILE));
        StoreException e = assertThrows(StoreException.class, () -> StoredEvents.open(directory));
        assertEquals("cannot write to the data directory " + directory + ": Is a directory", e.getMessage());
    }
}
