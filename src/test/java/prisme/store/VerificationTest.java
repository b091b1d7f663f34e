package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir Path directory;

    private Path named(long number) {
        return Segment.numbered(number, directory).file();
    }

    private static Damage noFile(Path file) {
        return new Damage(file, 0, 0, "this is no file");
    }

    @Test void aDirectoryInThePlaceOfASegmentIsDamage() throws IOException {
        Files.createDirectory(named(1));
        assertEquals(List.of(noFile(named(1))), StoredEvents.damagesIn(directory));
    }

    @Test void soIsALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(named(1), directory.resolve("on-another-disk"));
        assertEquals(List.of(noFile(named(1))), StoredEvents.damagesIn(directory));
    }

    @Test @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void soIsAPipeAndNobodyWaitsForIt() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", named(1).toString()).start().waitFor());
        assertEquals(List.of(noFile(named(1))), StoredEvents.damagesIn(directory));
    }

    @Test void whatIsInThePlaceOfASegmentBesideOthersIsToldOnce() throws IOException {
        StoredEvents.store(directory, 1000);
        int last = Segment.in(directory).size();
        Path after = Files.createDirectory(named(last + 1));
        assertEquals(List.of(noFile(after)), StoredEvents.damagesIn(directory));
        Files.delete(after);
        Files.delete(named(2));
        Files.createDirectory(named(2));
        assertEquals(List.of(named(2)), StoredEvents.damagesIn(directory).stream().map(Damage::file).toList());
    }

    @Test void whatHasTheNameOfTheOtherFormIsNoDamage() throws IOException {
        StoredEvents.store(directory, 1);
        Files.createDirectory(Segment.sealed(1, directory).file());
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }
}
