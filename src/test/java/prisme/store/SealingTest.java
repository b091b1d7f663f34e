package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.columns.PartBuilder;
import prisme.columns.PartWriter;
import prisme.columns.SealedPart;
import prisme.event.Event;
import prisme.store.Sealing.Outcome;

class SealingTest {
    private static final int EVENTS = 9;

    @TempDir Path directory;

    /// Three segments of three events.
    private List<LogRecord> makeThreeSegments() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(EVENTS);
        }
        return StoredEvents.read(directory);
    }

    private Sealing sealing(long active, long upTo) {
        return new Sealing(directory, () -> active, () -> upTo, Disk.real());
    }

    private int sealAll() throws IOException {
        int sealed = StoredEvents.seal(directory, 3);
        for (Segment each : Segment.sealedIn(directory)) {
            Files.deleteIfExists(each.other().file());
        }
        return sealed;
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("events")).sorted()
                    .toList();
        }
    }

    private static List<Event> events(List<LogRecord> records) {
        return records.stream().map(LogRecord::event).toList();
    }

    @Test void whatIsSealedReadsAsBeforeButForTheDevices() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        assertEquals(2, sealAll());
        assertEquals(List.of("events-00000001.columns", "events-00000002.columns", "events-00000003.log"), names());
        List<LogRecord> after = StoredEvents.read(directory);
        assertEquals(events(before), events(after));
        assertEquals(before.stream().map(LogRecord::sequence).toList(), after.stream().map(LogRecord::sequence)
                .toList());
        assertEquals(new Sender.Unknown(), after.getFirst().sender());
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        assertEquals(EVENTS, Verification.of(directory, damage -> { }).records());
    }

    @Test void whoReadTheNamesBeforeCopiesEveryEvent(@TempDir Path copy) throws IOException {
        List<LogRecord> before = makeThreeSegments();
        List<String> names = names();
        assertEquals(2, StoredEvents.seal(directory, 3));
        for (String name : names) {
            Files.copy(directory.resolve(name), copy.resolve(name));
        }
        assertEquals(before, StoredEvents.read(copy));
    }

    @Test void whatIsThereInBothFormsIsReadOnce() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        assertEquals(2, StoredEvents.seal(directory, 3));
        assertEquals(events(before), events(StoredEvents.read(directory)));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        StoredEvents.open(directory).close();
        assertEquals(List.of("events-00000001.columns", "events-00000002.columns", "events-00000003.log"), names());
        assertEquals(events(before), events(StoredEvents.read(directory)));
    }

    @Test void twoFormsWithDifferentEventsAreLeftToTheOwner() throws IOException {
        makeThreeSegments();
        sealAll();
        Path other = directory.resolve("events-00000002.log");
        Files.write(other, new SegmentHeader(2, 17).encode());
        List<String> names = names();
        String refusal = assertThrows(StoreException.class, () -> StoredEvents.open(directory)).getMessage();
        assertTrue(refusal.startsWith(other + " and " + directory.resolve("events-00000002.columns")), refusal);
        assertEquals(names, names());
    }

    @Test void theLastLogThatReachesFurtherThanItsOtherFormIsLeftToTheOwner() throws IOException {
        LogRecord seventh = makeThreeSegments().get(6);
        PartBuilder part = new PartBuilder(3);
        part.add(seventh.sequence(), seventh.event());
        PartWriter.write(part, 3, 7, 7, Segment.sealed(3, directory).file());
        List<String> names = names();
        assertThrows(StoreException.class, () -> StoredEvents.open(directory));
        assertEquals(names, names());
    }

    @Test void theLogGoesOnBehindSealedSegments() throws IOException {
        makeThreeSegments();
        sealAll();
        try (EventLog log = StoredEvents.open(directory)) {
            assertEquals(new RecoveryReport(3, EVENTS, 0, List.of()), log.recovery());
            log.append(StoredEvents.pageview("/next"));
        }
        assertEquals(EVENTS + 1, StoredEvents.read(directory).getLast().sequence());
    }

    @Test void aStartLooksAtNothingOfASealedSegmentButItsHead() throws IOException {
        makeThreeSegments();
        sealAll();
        for (Segment sealed : Segment.sealedIn(directory)) {
            StoredEvents.flip(sealed.file(), (int) Files.size(sealed.file()) / 2);
        }
        try (EventLog log = StoredEvents.open(directory)) {
            assertEquals(new RecoveryReport(3, EVENTS, 0, List.of()), log.recovery());
        }
        assertEquals(2, StoredEvents.damagesIn(directory).size());
    }

    @Test void theLogGoesOnWhereOnlySealedSegmentsAreLeft() throws IOException {
        makeThreeSegments();
        sealAll();
        Files.delete(directory.resolve("events-00000003.log"));
        try (EventLog log = StoredEvents.open(directory)) {
            log.append(StoredEvents.pageview("/next"));
        }
        assertEquals(List.of(6L, 7L), StoredEvents.read(directory).stream().skip(5).map(LogRecord::sequence).toList());
    }

    @Test void theSegmentThatIsWrittenToStaysALog() throws IOException {
        makeThreeSegments();
        assertEquals(new Outcome.Nothing(), sealing(1, Long.MAX_VALUE).sealOne(() -> true));
        assertInstanceOf(Outcome.Sealed.class, sealing(2, Long.MAX_VALUE).sealOne(() -> true));
        assertEquals(new Outcome.Nothing(), sealing(2, Long.MAX_VALUE).sealOne(() -> true));
    }

    @Test void nothingIsSealedThatMustNotBeYet() throws IOException {
        makeThreeSegments();
        assertEquals(new Outcome.Nothing(), sealing(3, 2).sealOne(() -> true));
        assertInstanceOf(Outcome.Sealed.class, sealing(3, 3).sealOne(() -> true));
        assertEquals(new Outcome.Nothing(), sealing(3, 5).sealOne(() -> true));
    }

    @Test void aDamagedRecordIsMissingAfterwardsAndTheLogIsSetAside() throws IOException {
        makeThreeSegments();
        StoredEvents.flip(directory.resolve("events-00000001.log"), SegmentHeader.SIZE + SmallLog.recordSize() + 30);
        Outcome.Sealed sealed = (Outcome.Sealed) sealing(3, Long.MAX_VALUE).sealOne(() -> true);
        assertEquals(1, sealed.damages().size());
        assertEquals(2, sealed.events());
        assertTrue(Files.exists(directory.resolve("events-00000001.log.damaged")));
        assertEquals(List.of("/0", "/2", "/3"), StoredEvents.pathsIn(directory).subList(0, 3));
        assertEquals(List.of(new Damage(directory.resolve("events-00000001.columns"), 0, 0,
                "one record is missing since before the segment was sealed")), StoredEvents.damagesIn(directory));
    }

    private void damageHeader(int number) throws IOException {
        StoredEvents.flip(Segment.numbered(number, directory).file(), SegmentHeader.SIZE - 1);
    }

    @Test void aSegmentBeforeADamagedHeaderIsSealed() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        damageHeader(2);
        assertEquals(2, sealAll());
        assertEquals(List.of("events-00000001.columns", "events-00000002.columns", "events-00000003.log"), names());
        assertEquals(events(before), events(StoredEvents.read(directory)));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void aSegmentBeforeOneWithoutAnyRecordIsSealed() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        Path log = Segment.numbered(2, directory).file();
        byte[] bytes = new byte[(int) Files.size(log)];
        Files.write(log, bytes);
        sealing(3, Long.MAX_VALUE).sealOne(() -> true);
        Outcome.Sealed sealed = (Outcome.Sealed) sealing(3, Long.MAX_VALUE).sealOne(() -> true);
        assertEquals(List.of(new Damage(log, 0, bytes.length, "no record in it can be read")), sealed.damages());
        List<LogRecord> left = new ArrayList<>(before.subList(0, 3));
        left.addAll(before.subList(6, EVENTS));
        assertEquals(events(left), events(StoredEvents.read(directory)));
        assertTrue(Files.exists(directory.resolve("events-00000002.log.damaged")));
        assertFalse(Files.exists(directory.resolve("events-00000001.log.damaged")));
    }

    @Test void aSegmentWhoseSuccessorIsSealedAlreadyIsSealedToo() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        byte[] log = Files.readAllBytes(Segment.numbered(1, directory).file());
        sealAll();
        Files.delete(Segment.sealed(1, directory).file());
        Files.write(Segment.numbered(1, directory).file(), log);
        assertEquals(1, sealAll());
        assertEquals(events(before), events(StoredEvents.read(directory)));
    }

    @Test void damagedHeadersOneBehindTheOtherCostNothing() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        damageHeader(3);
        damageHeader(2);
        assertEquals(2, sealAll());
        assertEquals(events(before), events(StoredEvents.read(directory)));
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 3, 4})
    void aCrashLeavesTheOldOrTheNew(int steps) throws IOException {
        List<LogRecord> before = makeThreeSegments();
        byte[] log = Files.readAllBytes(directory.resolve("events-00000001.log"));
        sealAll();
        Path sealed = directory.resolve("events-00000001.columns");
        Path aside = directory.resolve("events-00000001.columns.tmp");
        switch (steps) {
            case 1 -> {
                Files.write(aside, Arrays.copyOf(Files.readAllBytes(sealed), 100));
                Files.delete(sealed);
                Files.write(directory.resolve("events-00000001.log"), log);
            }
            case 2 -> {
                Files.move(sealed, aside);
                Files.write(directory.resolve("events-00000001.log"), log);
            }
            case 3 -> Files.write(directory.resolve("events-00000001.log"), log);
            default -> { }
        }
        assertEquals(events(before), events(StoredEvents.read(directory)));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
        StoredEvents.open(directory).close();
        assertEquals(events(before), events(StoredEvents.read(directory)));
        assertFalse(Files.exists(aside));
        assertEquals(3, names().size());
    }

    @Test void ofBothFormsTheLogStaysWhereTheOtherIsDamaged() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        byte[] log = Files.readAllBytes(directory.resolve("events-00000001.log"));
        sealAll();
        Path sealed = directory.resolve("events-00000001.columns");
        StoredEvents.flip(sealed, (int) Files.size(sealed) / 2);
        Files.write(directory.resolve("events-00000001.log"), log);
        StoredEvents.open(directory).close();
        assertEquals(List.of("events-00000001.log", "events-00000002.columns", "events-00000003.log"), names());
        assertEquals(events(before), events(StoredEvents.read(directory)));
    }

    @Test void everyDamagedByteOfASealedSegmentIsFoundAndCostsNothing() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        sealAll();
        Path sealed = directory.resolve("events-00000002.columns");
        byte[] bytes = Files.readAllBytes(sealed);
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(sealed, damaged);
            int place = at;
            assertTrue(StoredEvents.damagesIn(directory).stream().anyMatch(damage ->
                    damage.file().equals(sealed) && damage.from() <= place && place < damage.to()), "byte " + at);
            assertEquals(events(before), events(StoredEvents.read(directory)));
        }
    }

    @Test void anUnreadableSealedSegmentCostsNoOther() throws IOException {
        List<LogRecord> before = makeThreeSegments();
        sealAll();
        Files.write(directory.resolve("events-00000002.columns"), new byte[500]);
        List<LogRecord> left = new ArrayList<>(before.subList(0, 3));
        left.addAll(before.subList(6, EVENTS));
        assertEquals(events(left), events(StoredEvents.read(directory)));
        assertEquals(1, StoredEvents.damagesIn(directory).size());
        StoredEvents.open(directory).close();
    }

    @Test void aMissingSealedSegmentIsTold() throws IOException {
        makeThreeSegments();
        sealAll();
        Files.delete(directory.resolve("events-00000002.columns"));
        assertEquals("the segment is missing", StoredEvents.damagesIn(directory).getFirst().what());
        Files.delete(directory.resolve("events-00000001.columns"));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void aLaterFormatIsRefusedAndNothingIsChanged() throws IOException {
        makeThreeSegments();
        sealAll();
        Path sealed = directory.resolve("events-00000001.columns");
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[8] = 99;
        Files.write(sealed, bytes);
        List<String> names = names();
        StoreException refused = assertThrows(StoreException.class, () -> StoredEvents.open(directory));
        assertEquals(sealed + " has format version 99, but this Prisme knows " + SealedPart.VERSION
                + " at most: use a newer Prisme (nothing was changed)", refused.getMessage());
        assertThrows(StoreException.class, () -> StoredEvents.read(directory));
        assertEquals(names, names());
        assertTrue(Arrays.equals(bytes, Files.readAllBytes(sealed)));
    }

    @Test void readersBesideASealingSeeEveryEventOnce() throws Exception {
        int count = 90;
        try (SmallLog log = new SmallLog(directory)) {
            log.append(count);
        }
        AtomicBoolean isDone = new AtomicBoolean();
        Thread sealer = Thread.ofPlatform().start(() -> {
            try {
                StoredEvents.seal(directory, 1000);
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                isDone.set(true);
            }
        });
        try (Archive archive = new Archive(directory, damage -> { })) {
            while (!isDone.get()) {
                assertEquals(StoredEvents.paths(0, count), StoredEvents.pathsIn(directory));
                List<String> timeline = new ArrayList<>();
                new Timeline(directory, damage -> { }, new Timeline.Memory(50, 1 << 20))
                        .events(TimeSpan.ALWAYS, each -> timeline.add(each.event().path()));
                assertEquals(StoredEvents.paths(0, count), timeline);
                assertEquals(List.of(), StoredEvents.damagesIn(directory));
                Archive.Listing listing = archive.list();
                assertEquals(listing.last(), listing.parts().stream().mapToInt(part -> part.events()).sum());
            }
        }
        sealer.join();
        assertEquals(1, Segment.in(directory).size());
    }
}
