package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.columns.Layout.HiddenEventColumn;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

/// A part of 20,000 different paths, which are several blocks.
class UnpackedTest {
    private static final int PATHS = 20_000;

    @TempDir Path directory;

    private static String path(int number) {
        return "/path/%05d".formatted(number);
    }

    private SealedPart part(Buffers buffers) throws IOException {
        Visit visit = new Visit(new UUID(0, 0), "example.com", path(0), "direct", "XX", Client.UNKNOWN, Campaign.NONE);
        PartBuilder part = new PartBuilder(0);
        for (int i = 0; i < PATHS; i++) {
            part.add(i + 1, new Event.Pageview(Instant.EPOCH, visit, "visitor", path(i), 200, 1));
        }
        Path file = directory.resolve("part.columns");
        PartWriter.write(part, 1, 1, PATHS, file);
        return ((SealedPart.Opening.Opened) SealedPart.open(file, buffers, _ -> { })).part();
    }

    @ParameterizedTest @ValueSource(longs = {0, 20_000, Long.MAX_VALUE})
    void textsAreTheSameHoweverManyBlocksAreKept(long most) throws IOException {
        try (SealedPart part = part(new Buffers(most))) {
            Texts texts = part.texts(Field.PATH);
            Texts.Reader reader = texts.reader();
            Random random = new Random(1);
            for (int code = 0; code < PATHS; code++) {
                int other = random.nextInt(PATHS);
                assertEquals(path(code), new String(reader.bytes(code), StandardCharsets.UTF_8));
                assertEquals(path(other), code % 2 == 0 ? texts.text(other)
                        : new String(reader.bytes(other), StandardCharsets.UTF_8));
            }
        }
    }

    private static BlockFile fileOf(SealedPart part) {
        return part.column(HiddenEventColumn.SECOND).file();
    }

    private static Unpacked.Block of(int bytes) {
        return () -> bytes;
    }

    @Test void keepsThoseThatWereUsedLast() throws IOException {
        Unpacked unpacked = new Unpacked(30);
        try (SealedPart part = part(new Buffers()); SealedPart other = part(new Buffers())) {
            Unpacked.Block block = of(10);
            for (int i : List.of(0, 1, 2, 2)) {
                unpacked.keep(fileOf(part), i, block);
            }
            assertSame(block, unpacked.find(fileOf(part), 0).orElseThrow());
            unpacked.keep(fileOf(part), 3, block);
            assertEquals(Optional.empty(), unpacked.find(fileOf(part), 1));
            assertEquals(Optional.empty(), unpacked.find(fileOf(other), 0));
            for (int i : List.of(0, 2, 3)) {
                assertSame(block, unpacked.find(fileOf(part), i).orElseThrow());
            }
        }
    }

    @Test void unpacksWhatItDoesNotHave() throws IOException {
        Unpacked unpacked = new Unpacked(20);
        List<Integer> unpackedNow = new ArrayList<>();
        try (SealedPart part = part(new Buffers())) {
            for (int block : List.of(1, 2, 1, 3, 1, 2)) {
                unpacked.of(fileOf(part), block, Unpacked.Block.class, () -> {
                    unpackedNow.add(block);
                    return of(10);
                });
            }
        }
        assertEquals(List.of(1, 2, 3, 2), unpackedNow);
    }

    @ParameterizedTest @ValueSource(longs = {0, 200_000, Long.MAX_VALUE})
    void eventsAreTheSameHoweverManyBlocksAreKept(long most) throws IOException {
        try (SealedPart part = part(new Buffers(most))) {
            EventCursor some = part.cursor();
            EventCursor others = part.cursor();
            Random random = new Random(2);
            for (int i = 0; i < 5000; i++) {
                EventCursor cursor = random.nextBoolean() ? some : others;
                int event = random.nextInt(PATHS);
                cursor.goBehind(event);
                assertTrue(cursor.next());
                assertEquals(event + 1, cursor.sequence());
                assertEquals(path(event), cursor.event().path());
            }
        }
    }

    /// And what another file has stays, with as much room as it had.
    @Test void forgetsThoseOfAFileThatIsClosed() throws IOException {
        Buffers buffers = new Buffers();
        SealedPart part = part(buffers);
        Unpacked unpacked = buffers.unpacked();
        try (SealedPart other = part(buffers)) {
            int block = part.column(HiddenEventColumn.SECOND).first();
            for (SealedPart each : List.of(part, other)) {
                each.cursor().next();
                each.texts(Field.PATH).bytes(PATHS - 1);
            }
            long ofBoth = unpacked.taken();
            assertTrue(unpacked.find(fileOf(part), block).isPresent());
            part.close();
            assertEquals(Optional.empty(), unpacked.find(fileOf(part), block));
            assertTrue(unpacked.find(fileOf(other), block).isPresent());
            assertEquals(ofBoth / 2, unpacked.taken());
        }
        assertEquals(0, unpacked.taken());
    }
}
