package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.columns.EventColumn;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.store.Sealing.Outcome;

class ArchiveTest {
    @TempDir Path directory;

    private static List<String> paths(Archive.Parts parts) {
        List<String> paths = new ArrayList<>();
        List<Part> all = new ArrayList<>(parts.sealed());
        all.addAll(parts.growing());
        for (Part part : all) {
            int[] codes = new int[part.events()];
            part.read(EventColumn.PATH, 0, codes.length, codes);
            for (int code : codes) {
                paths.add(part.texts(Field.PATH).text(code));
            }
        }
        return paths;
    }

    private boolean seal(long active) throws IOException {
        return new Sealing(directory, () -> active, () -> Long.MAX_VALUE, Disk.real()).sealOne(() -> true)
                instanceof Outcome.Sealed;
    }

    @Test void hasEveryEventThatWasStoredBeforeItIsAsked() throws IOException {
        try (SmallLog log = new SmallLog(directory); Archive archive = new Archive(directory, damage -> { })) {
            assertEquals(List.of(), paths(archive.read()));
            for (int i = 0; i < 10; i++) {
                log.append("/" + i);
                assertEquals(StoredEvents.paths(0, i + 1), paths(archive.read()));
            }
            while (seal(4)) {
                assertEquals(StoredEvents.paths(0, 10), paths(archive.read()));
            }
            Archive.Parts parts = archive.read();
            assertEquals(List.of(3, 1), List.of(parts.sealed().size(), parts.growing().size()));
        }
    }

    @Test void answersTheSamePartsUntilOneIsAdded() throws IOException {
        try (SmallLog log = new SmallLog(directory); Archive archive = new Archive(directory, damage -> { })) {
            log.append(10);
            seal(4);
            Archive.Parts before = archive.read();
            log.append("/10");
            Archive.Parts after = archive.read();
            assertSame(before.sealed(), after.sealed());
            assertEquals(before.growing(), after.growing());
        }
    }

    @Test void hasTheRestOfADamagedSegment() throws IOException {
        try (SmallLog log = new SmallLog(directory)) {
            log.append(10);
        }
        seal(4);
        Path sealed = Segment.sealed(1, directory).file();
        byte[] bytes = Files.readAllBytes(sealed);
        for (int at = bytes.length / 4; at < bytes.length * 3 / 4; at += 20) {
            bytes[at] ^= 1;
        }
        Files.write(sealed, bytes);
        List<Damage> damages = new ArrayList<>();
        try (Archive archive = new Archive(directory, damages::add)) {
            List<String> paths = paths(archive.read());
            assertEquals(StoredEvents.pathsIn(directory), paths);
            int told = damages.size();
            archive.read();
            assertEquals(told, damages.size());
        }
        assertEquals(false, damages.isEmpty());
    }

    @Test void sealsFirstWhenTooMuchIsWaiting() throws IOException {
        try (SmallLog log = new SmallLog(directory);
             Archive archive = new Archive(directory, () -> seal(log.tail().segment().number()), damage -> { })) {
            log.append(300);
            Archive.Parts parts = archive.read();
            assertEquals(StoredEvents.paths(0, 300), paths(parts));
            assertEquals(true, parts.growing().size() < 100);
        }
    }
}
