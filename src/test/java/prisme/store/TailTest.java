package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A disk that fails under a log of which three events fit into a segment.
class TailTest {
    private final FailingDisk disk = new FailingDisk();
    @TempDir Path directory;

    private SmallLog open(SyncPolicy policy) throws IOException {
        return new SmallLog(directory, policy, disk);
    }

    @Test void aFullDiskLeavesNothingHalfWrittenWhereverItStops() throws IOException {
        int stored = 0;
        try (SmallLog log = open(new SyncPolicy.Never())) {
            for (int room = 0; room < SegmentHeader.SIZE + SmallLog.recordSize(); room++) {
                disk.hasRoomFor(room);
                String path = "/" + stored;
                try {
                    log.append(path);
                    stored++;
                } catch (StoreException e) {
                    assertEquals("cannot store events: No space left on device", e.getMessage());
                    assertEquals(new Health.Unable(e.getMessage()), log.commit().health());
                    disk.mend();
                    log.append(path);
                    stored++;
                }
                assertEquals(new Health.Able(), log.commit().health());
            }
        }
        assertEquals(StoredEvents.paths(0, stored), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void whatAKilledProcessLeftInTheKernelIsSyncedBeforeAnythingElse() throws IOException {
        StoredEvents.store(directory, 2);
        open(new SyncPolicy.Every(Duration.ofHours(1)));
        assertEquals(1, disk.syncs());
        assertEquals(List.of(directory), disk.folders());
    }

    @Test void nothingIsSyncedAtAStartWhereNothingEverIs() throws IOException {
        StoredEvents.store(directory, 2);
        open(new SyncPolicy.Never());
        assertEquals(0, disk.syncs());
    }

    @Test void aDiskThatDoesNotTakeWhatAKilledProcessLeftStopsTheStart() throws IOException {
        StoredEvents.store(directory, 2);
        disk.failSyncs();
        assertThrows(StoreException.class, () -> open(new SyncPolicy.Always()));
    }

    @Test void aFullDiskTakesAllOfWhatIsStoredTogetherOrNothing() throws IOException {
        byte[] record = EventEncoder.encode(StoredEvents.pageview("/x"), new Sender.Unknown());
        try (SmallLog log = open(new SyncPolicy.Never())) {
            log.append("/0");
            for (int room = 0; room < 3 * record.length; room++) {
                disk.hasRoomFor(room);
                assertThrows(StoreException.class, () -> log.commit().append(List.of(record, record, record)));
                assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
            }
            disk.mend();
            log.commit().append(List.of(record, record));
        }
        assertEquals(List.of("/0", "/x", "/x"), StoredEvents.pathsIn(directory));
    }

    @Test void nothingIsWrittenBehindHalfARecordThatCannotBeCutOff() throws IOException {
        try (SmallLog log = open(new SyncPolicy.Never())) {
            log.append("/0");
            disk.hasRoomFor(10);
            disk.failCuts();
            assertThrows(StoreException.class, () -> log.append("/lost"));
            long size = Files.size(Segment.in(directory).getFirst().file());
            disk.hasRoomFor(Long.MAX_VALUE);
            assertThrows(StoreException.class, () -> log.append("/lost"));
            assertEquals(size, Files.size(Segment.in(directory).getFirst().file()));
            assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
            assertEquals(List.of(), StoredEvents.damagesIn(directory));
            disk.mend();
            log.append("/1");
        }
        assertEquals(StoredEvents.paths(0, 2), StoredEvents.pathsIn(directory));
    }

    @Test void aDiskThatHasRoomAgainIsNoticedWithoutAnEvent() throws IOException {
        try (SmallLog log = open(new SyncPolicy.Never())) {
            log.append("/0");
            disk.hasRoomFor(10);
            assertThrows(StoreException.class, () -> log.append("/lost"));
            disk.hasRoomFor(100);
            log.commit().probe();
            assertInstanceOf(Health.Unable.class, log.commit().health());
            disk.mend();
            log.commit().probe();
            assertEquals(new Health.Able(), log.commit().health());
            log.append("/1");
        }
        assertEquals(StoredEvents.paths(0, 2), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void whatCouldNotBeSyncedIsRefusedAndStoredNowhere() throws IOException {
        SmallLog log = open(new SyncPolicy.Always());
        log.append("/0");
        disk.failSyncs();
        StoreException e = assertThrows(StoreException.class, () -> log.append("/lost"));
        assertTrue(e.getMessage().startsWith("the disk failed to take what was written"), e.getMessage());
        assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
    }

    @Test void whatWasRefusedIsNowhereWhenTheDiskTakesRecordsAgain() throws IOException {
        try (SmallLog log = open(new SyncPolicy.Always())) {
            disk.failSyncs();
            disk.failCuts();
            assertThrows(StoreException.class, () -> log.append("/lost"));
            assertThrows(StoreException.class, () -> log.append("/lost"));
            disk.mend();
            log.commit().probe();
            assertEquals(new Health.Able(), log.commit().health());
            assertEquals(List.of(), StoredEvents.pathsIn(directory));
            log.append("/0");
        }
        assertEquals(StoredEvents.paths(0, 1), StoredEvents.pathsIn(directory));
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void aFullSegmentIsSyncedBeforeTheNextBegins() throws IOException {
        try (SmallLog log = open(new SyncPolicy.Every(Duration.ofDays(1)))) {
            log.append(3);
            assertEquals(0, disk.syncs());
            log.append("/3");
            assertEquals(1, disk.syncs());
        }
    }

    @Test void cannotStoreAnythingWhereTheNextSegmentCannotBeBegun() throws IOException {
        try (SmallLog log = open(new SyncPolicy.Never())) {
            log.append(3);
            disk.failOpens();
            for (int i = 0; i < 3; i++) {
                assertThrows(StoreException.class, () -> log.append("/lost"));
                log.commit().probe();
                assertInstanceOf(Health.Unable.class, log.commit().health(), "there is room in the one that is full");
            }
            disk.mend();
            log.commit().probe();
            assertEquals(new Health.Able(), log.commit().health());
            log.append("/3");
        }
        assertEquals(StoredEvents.paths(0, 4), StoredEvents.pathsIn(directory));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void goesOnWithWhatIsKeptWhereTheSegmentWasDeleted(int before) throws IOException {
        try (SmallLog log = open(new SyncPolicy.Every(Duration.ofDays(1)))) {
            log.append(before);
            Files.delete(log.tail().segment().file());
            StoreException gone = assertThrows(StoreException.class, log.tail()::requireThere);
            assertThrows(StoreException.class, () -> log.append("/lost"), "nobody could find it");
            log.commit().failed(gone);
            log.commit().probe();
            assertEquals(new Health.Able(), log.commit().health());
            log.tail().requireThere();
            log.append("/" + before);
        }
        assertEquals(StoredEvents.paths(0, before + 1), StoredEvents.pathsIn(directory));
    }
}
