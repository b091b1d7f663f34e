package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

/// A part of 20,000 different paths, which are several blocks.
class TextBlocksTest {
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

    @Test void keepsThoseThatWereReadLast() throws IOException, DataFormatException {
        byte[] packed = TextBlock.pack(IntStream.range(0, 100)
                .mapToObj(i -> path(i).getBytes(StandardCharsets.UTF_8)).toList());
        TextBlock block = TextBlock.unpack(Arrays.copyOf(packed, packed.length + Packing.SLACK), packed.length, 100);
        TextBlocks blocks = new TextBlocks(3L * block.memory());
        try (SealedPart part = part(new Buffers())) {
            SealedTexts texts = (SealedTexts) part.texts(Field.PATH);
            for (int i : List.of(0, 1, 2, 2)) {
                blocks.keep(texts, i, block);
            }
            assertSame(block, blocks.find(texts, 0).orElseThrow());
            blocks.keep(texts, 3, block);
            assertEquals(Optional.empty(), blocks.find(texts, 1));
            assertEquals(Optional.empty(), blocks.find((SealedTexts) part.texts(Field.LINK), 0));
            for (int i : List.of(0, 2, 3)) {
                assertSame(block, blocks.find(texts, i).orElseThrow());
            }
        }
    }

    /// And what another file has stays, with as much room as it had.
    @Test void forgetsThoseOfAFileThatIsClosed() throws IOException {
        Buffers buffers = new Buffers();
        SealedPart part = part(buffers);
        SealedTexts texts = (SealedTexts) part.texts(Field.PATH);
        try (SealedPart other = part(buffers)) {
            SealedTexts others = (SealedTexts) other.texts(Field.PATH);
            texts.bytes(0);
            texts.bytes(PATHS - 1);
            others.bytes(0);
            assertTrue(buffers.texts().find(texts, 0).isPresent());
            part.close();
            assertEquals(Optional.empty(), buffers.texts().find(texts, 0));
            assertTrue(buffers.texts().find(others, 0).isPresent());
            assertEquals(buffers.texts().find(others, 0).orElseThrow().memory(), buffers.texts().taken());
        }
        assertEquals(0, buffers.texts().taken());
    }
}
