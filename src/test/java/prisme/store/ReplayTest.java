package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.event.Event;

/// A log of three segments with three page views in each, and the marks behind each of them.
class ReplayTest {
    private static final int EVENTS = 9;

    @TempDir Path directory;
    private final List<LogMark> marks = new ArrayList<>();

    @BeforeEach void storeNinePageviews() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            marks.add(log.tail().last());
            for (int i = 0; i < EVENTS; i++) {
                log.append("/" + i);
                marks.add(log.tail().last());
            }
        }
        assertEquals(LogMark.BEGIN, marks.getFirst());
    }

    private List<String> behind(LogMark mark) throws IOException {
        List<String> paths = new ArrayList<>();
        assertTrue(new Replay(directory).behind(mark, record -> paths.add(record.event().path())),
                () -> mark.toString());
        return paths;
    }

    private void assertUnknown(LogMark mark) throws IOException {
        assertFalse(new Replay(directory).behind(mark, record -> {
            throw new AssertionError("handed out " + record);
        }), () -> mark.toString());
    }

    @Test void handsOutWhatCameBehindEveryMark() throws IOException {
        for (int i = 0; i <= EVENTS; i++) {
            assertEquals(StoredEvents.paths(i, EVENTS), behind(marks.get(i)));
        }
    }

    @Test void knowsNoMarkOfAnotherLog() throws IOException {
        for (LogMark mark : marks.subList(1, EVENTS + 1)) {
            assertUnknown(new LogMark(mark.sequence(), mark.segment(), mark.checksum() ^ 1));
        }
        assertUnknown(new LogMark(EVENTS + 1, 3, 7));
        assertUnknown(new LogMark(EVENTS + 1, 4, 7));
        assertUnknown(new LogMark(2, 2, marks.get(2).checksum()));
    }

    @Test void goesOnBehindAMarkWhoseSegmentIsGone() throws IOException {
        Files.delete(Segment.in(directory).getFirst().file());
        assertEquals(StoredEvents.paths(3, EVENTS), behind(marks.get(3)));
        for (LogMark mark : marks.subList(0, 3)) {
            assertUnknown(mark);
        }
    }

    @Test void everyMarkOfAnEmptyLogIsItsBegin() throws IOException {
        for (Segment segment : Segment.in(directory)) {
            Files.delete(segment.file());
        }
        assertEquals(List.of(), behind(LogMark.BEGIN));
        assertUnknown(marks.getLast());
    }

    @Test void theMarkAfterAStartIsTheOneBefore() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (EventLog log = StoredEvents.open(directory)) {
                assertEquals(marks.getLast(), log.mark());
                assertTrue(log.replay(log.mark(), record -> {
                    throw new AssertionError("handed out " + record);
                }));
            }
        }
    }

    @Test void leavesOutWhatIsDamaged() throws IOException {
        StoredEvents.flip(Segment.in(directory).get(1).file(), SegmentHeader.SIZE + 30);
        List<String> left = StoredEvents.paths(2, EVENTS);
        left.remove("/3");
        assertEquals(left, behind(marks.get(2)));
        assertUnknown(marks.get(4));
    }

    @Test void handsOutThePageviewsOfDevicesAlone(@TempDir Path other) throws IOException {
        try (EventLog log = StoredEvents.open(other)) {
            log.append(StoredEvents.pageview("/imported"));
            log.append(StoredEvents.pageview("/live"), StoredEvents.DEVICE);
            log.append(new Event.FileDownload(StoredEvents.NOON, StoredEvents.visit(), "me", "/a",
                    "https://x.example/f"));
        }
        List<LogRecord> replayed = new ArrayList<>();
        try (EventLog log = StoredEvents.open(other)) {
            assertTrue(log.replay(LogMark.BEGIN, replayed::add));
        }
        assertEquals(List.of(new LogRecord(2, StoredEvents.pageview("/live"), new Sender.Device(StoredEvents.DEVICE))),
                replayed);
    }

    @Test void beginsWithTheSegmentInWhichATimeBegins(@TempDir Path other) throws IOException {
        Map<Instant, String> firstByTime = new TreeMap<>();
        try (EventLog log = StoredEvents.open(other)) {
            for (int hour = 0; hour < 2000; hour++) {
                Instant at = StoredEvents.NOON.plus(Duration.ofHours(hour));
                Event.Pageview one = StoredEvents.pageview("/" + hour);
                log.append(new Event.Pageview(at, one.visit(), one.visitorId(), one.path(), 200, 1),
                        StoredEvents.DEVICE);
                firstByTime.put(at, one.path());
            }
        }
        assertTrue(Segment.in(other).size() > 3);
        int hour = 0;
        for (Map.Entry<Instant, String> wanted : firstByTime.entrySet()) {
            List<String> paths = new ArrayList<>();
            if (hour++ % 97 == 0) {
                new Replay(other).since(wanted.getKey(), record -> paths.add(record.event().path()));
                assertTrue(paths.contains(wanted.getValue()), wanted::toString);
                assertEquals("/1999", paths.getLast());
                assertTrue(2000 - hour >= paths.size() - 700, wanted + " reads " + paths.size());
            }
        }
    }
}
