package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {
    @TempDir Path directory;

    private void file(String name) throws IOException {
        Files.createFile(directory.resolve(name));
    }

    private static List<Long> numbers(List<Segment> segments) {
        return segments.stream().map(Segment::number).toList();
    }

    @Test void findsThoseOfEachFormByNumber() throws IOException {
        file("events-123456789.log");
        file("events-00000012.log");
        file("events-00000003.columns");
        file("events-999999999999999999.columns");
        assertEquals(List.of(12L, 123_456_789L), numbers(Segment.in(directory)));
        assertEquals(List.of(3L, 999_999_999_999_999_999L), numbers(Segment.sealedIn(directory)));
        assertEquals(List.of(3L, 12L, 123_456_789L, 999_999_999_999_999_999L), numbers(Segment.allIn(directory)));
    }

    @Test void oneThatIsThereInBothFormsIsSealed() throws IOException {
        file("events-00000001.log");
        file("events-00000001.columns");
        assertEquals(List.of(Segment.sealed(1, directory)), Segment.allIn(directory));
        assertEquals(List.of(), Segment.in(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events-1.log", "events-0000001.log", "events-000000001.log", "events-00000000.log",
        "events-.log", "events-+0000001.log", "events--0000001.log", "events-0000000a.log", "events-00000001.LOG",
        "Events-00000001.log", "events-00000001.log.tmp", "events-00000001", "events-00000001.logs",
        "events-٠٠٠٠٠٠٠١.log", "events-1000000000000000000.log", "events-18446744073709551617.log"})
    void leavesOtherFilesAlone(String name) throws IOException {
        file(name);
        assertEquals(List.of(), Segment.allIn(directory));
    }

    @Test void leavesFoldersAlone() throws IOException {
        Files.createDirectory(directory.resolve("events-00000001.log"));
        assertEquals(List.of(), Segment.allIn(directory));
    }
}
