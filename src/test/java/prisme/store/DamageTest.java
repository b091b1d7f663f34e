package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damages a small log of three segments everywhere, and looks what is left of it.
class DamageTest {
    private static final int EVENTS = 9;

    @TempDir Path directory;
    private List<Segment> segments;
    private List<byte[]> contents;
    private List<LogRecord> records;

    @BeforeEach void makeThreeSegments() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(EVENTS);
        }
        segments = Segment.in(directory);
        contents = new ArrayList<>();
        for (Segment segment : segments) {
            contents.add(Files.readAllBytes(segment.file()));
        }
        records = StoredEvents.read(directory);
        assertEquals(List.of(3, EVENTS), List.of(segments.size(), records.size()));
    }

    @ParameterizedTest @ValueSource(ints = {0x01, 0x80, 0xff})
    void aDamagedByteCostsAtMostItsOwnRecordAndIsFound(int mask) throws IOException {
        for (int segment = 0; segment < segments.size(); segment++) {
            for (int at = 0; at < contents.get(segment).length; at++) {
                byte[] damaged = contents.get(segment).clone();
                damaged[at] ^= (byte) mask;
                write(segment, damaged);
                if (!isOtherVersion(at, mask)) {
                    assertLosesAtMost(1, segment, at);
                }
            }
            write(segment, contents.get(segment));
        }
    }

    /* All bits of a byte of the version: that is no rot, see SegmentHeader. */
    private static boolean isOtherVersion(int at, int mask) {
        return mask == 0xff && at >= 8 && at < 12;
    }

    @Test void aFlippedBitOfTheVersionIsDamage() throws IOException {
        for (int bit = 0; bit < 32; bit++) {
            byte[] damaged = contents.get(1).clone();
            damaged[8 + bit / 8] ^= (byte) (1 << bit % 8);
            write(1, damaged);
            assertLosesAtMost(0, 1, 8);
        }
    }

    @Test void aLengthThatLiesCostsItsOwnRecord() throws IOException {
        for (int length : new int[] {0, 1, 25, 262_144, 262_145, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            for (int record = 0; record < 3; record++) {
                byte[] damaged = contents.get(1).clone();
                int at = SegmentHeader.SIZE + record * (damaged.length - SegmentHeader.SIZE) / 3;
                ByteBuffer.wrap(damaged).putInt(at + 8, length);
                write(1, damaged);
                assertLosesAtMost(1, 1, at);
            }
        }
    }

    private void assertLosesAtMost(int most, int segment, int at) throws IOException {
        String place = "segment " + segment + ", byte " + at;
        List<LogRecord> left = StoredEvents.read(directory);
        assertTrue(left.size() >= EVENTS - most, place);
        assertTrue(records.containsAll(left), place);
        boolean isInLastRecord = segment == 2 && left.equals(records.subList(0, EVENTS - 1));
        assertEquals(!isInLastRecord, !StoredEvents.damagesIn(directory).isEmpty(), place);
        if (isInLastRecord) {
            assertTrue(Verification.of(directory, damage -> { }).tornBytes() > 0);
        }
    }

    @Test void everyCutOfTheLastSegmentLeavesTheWholeRecordsAndTheLogGoesOn() throws IOException {
        byte[] whole = contents.getLast();
        for (int length = 0; length < whole.length; length++) {
            write(2, Arrays.copyOf(whole, length));
            int kept = 6 + Math.max(0, length - SegmentHeader.SIZE) / ((whole.length - SegmentHeader.SIZE) / 3);
            assertEquals(List.of(), StoredEvents.damagesIn(directory), "cut at " + length);
            assertGoesOnWith(records.subList(0, kept));
        }
    }

    @Test void everyCutOfAnEarlierSegmentIsDamage() throws IOException {
        byte[] whole = contents.getFirst();
        for (int length = 0; length < whole.length; length++) {
            write(0, Arrays.copyOf(whole, length));
            int kept = Math.max(0, length - SegmentHeader.SIZE) / ((whole.length - SegmentHeader.SIZE) / 3);
            List<LogRecord> left = new ArrayList<>(records.subList(0, kept));
            left.addAll(records.subList(3, EVENTS));
            assertEquals(left, StoredEvents.read(directory), "cut at " + length);
            assertFalse(StoredEvents.damagesIn(directory).isEmpty(), "cut at " + length);
        }
    }

    @ParameterizedTest @ValueSource(ints = {1, 19, 4096, 1024 * 1024})
    void zerosAtTheEndAreCutOff(int count) throws IOException {
        write(2, Arrays.copyOf(contents.get(2), contents.get(2).length + count));
        assertGoesOnWith(records);
        assertFalse(Files.exists(TornTail.file(segments.get(2), contents.get(2).length)));
    }

    @Test void copiesOfRecordsAtTheEndAreNotServed() throws IOException {
        for (int segment = 0; segment < 3; segment++) {
            byte[] source = contents.get(segment);
            for (int record = 0; record < 3; record++) {
                int size = (source.length - SegmentHeader.SIZE) / 3;
                int from = SegmentHeader.SIZE + record * size;
                write(2, concat(contents.get(2), Arrays.copyOfRange(source, from, from + size)));
                assertGoesOnWith(records);
            }
            write(2, concat(contents.get(2), source));
            assertGoesOnWith(records);
        }
    }

    @Test void randomBytesAtTheEndAreNotServed() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] tail = new byte[1 + random.nextInt(300)];
            random.nextBytes(tail);
            write(2, concat(contents.get(2), tail));
            assertEquals(records, StoredEvents.read(directory), "seed " + seed);
            assertGoesOnWith(records);
        }
    }

    @Test void aDamagedEndIsKeptAside() throws IOException {
        byte[] tail = {1, 2, 3};
        write(2, concat(contents.get(2), tail));
        try (EventLog log = StoredEvents.open(directory)) {
            assertEquals(3, log.recovery().tornBytes());
        }
        assertTrue(Arrays.equals(tail, Files.readAllBytes(TornTail.file(segments.get(2), contents.get(2).length))));
    }

    @Test void damageInTheLastSegmentIsReportedAtTheStart() throws IOException {
        StoredEvents.flip(segments.get(2).file(), SegmentHeader.SIZE + 30);
        try (EventLog log = StoredEvents.open(directory)) {
            int size = (contents.get(2).length - SegmentHeader.SIZE) / 3;
            assertEquals(List.of(new Damage(segments.get(2).file(), SegmentHeader.SIZE, SegmentHeader.SIZE + size,
                    "one record is unreadable")), log.recovery().damages());
        }
    }

    @Test void aMissingSegmentIsToldAndTheRestIsServed() throws IOException {
        Files.delete(segments.get(1).file());
        Damage missing = new Damage(segments.get(1).file(), 0, 0, "the segment is missing");
        assertEquals(List.of(missing), StoredEvents.damagesIn(directory));
        List<LogRecord> left = new ArrayList<>(records.subList(0, 3));
        left.addAll(records.subList(6, EVENTS));
        try (EventLog log = StoredEvents.open(directory)) {
            assertEquals(List.of(missing), log.recovery().damages());
        }
        assertEquals(left, StoredEvents.read(directory));
    }

    @Test void missingOldestSegmentsAreNoDamage() throws IOException {
        Files.delete(segments.get(0).file());
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertGoesOnWith(records.subList(3, EVENTS));
    }

    @Test void aSegmentUnderAnotherNumberIsNotServed() throws IOException {
        Files.write(directory.resolve("events-00000004.log"), contents.get(0));
        assertEquals(records, StoredEvents.read(directory));
    }

    @Test void aSegmentThatWasWrittenAgainTakesThePlaceOfItsRecords() throws IOException {
        byte[] again = new SegmentHeader(4, 8).encode();
        byte[] record = Arrays.copyOfRange(contents.get(2), SegmentHeader.SIZE,
                SegmentHeader.SIZE + (contents.get(2).length - SegmentHeader.SIZE) / 3);
        new Frame(4).seal(record, 0, record.length, 8);
        Files.write(directory.resolve("events-00000004.log"), concat(again, record));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertEquals(List.of(6L, 7L, 8L),
                StoredEvents.read(directory).stream().skip(5).map(LogRecord::sequence).toList());
    }

    @Test void otherFilesAreLeftAlone() throws IOException {
        Files.createDirectory(directory.resolve("lost+found"));
        Files.createDirectory(directory.resolve("events-00000009.log"));
        for (String name : List.of(".DS_Store", "x.tmp", "events-1.log", "events-00000002.log.bak",
                "events-00000000.log")) {
            Files.write(directory.resolve(name), new byte[] {1});
        }
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertGoesOnWith(records);
    }

    @ParameterizedTest @ValueSource(ints = {0, 3, 31})
    void aSegmentThatWasJustBegunIsBegunAnew(int length) throws IOException {
        Files.write(directory.resolve("events-00000004.log"), new byte[length]);
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertGoesOnWith(records);
        assertEquals(4, Segment.in(directory).getLast().number());
    }

    /// Opens the log, appends an event, and finds exactly that behind what is expected; then takes it away again.
    private void assertGoesOnWith(List<LogRecord> expected) throws IOException {
        LogRecord next = new LogRecord(expected.getLast().sequence() + 1, StoredEvents.pageview("/next"),
                new Sender.Unknown());
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(next.event());
        }
        List<LogRecord> all = new ArrayList<>(expected);
        all.add(next);
        assertEquals(all, StoredEvents.read(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        write(2, contents.get(2));
    }

    private void write(int segment, byte[] bytes) throws IOException {
        Files.write(segments.get(segment).file(), bytes);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
