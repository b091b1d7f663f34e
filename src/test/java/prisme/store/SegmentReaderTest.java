package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentReaderTest {
    private static final int WINDOW = 2 * Frame.MAX_SIZE;

    private final List<Damage> damages = new ArrayList<>();
    @TempDir Path directory;
    private Segment segment;

    @BeforeEach void nameSegment() {
        segment = Segment.numbered(1, directory);
    }

    private static byte[] record(long segmentNumber, long sequence) {
        byte[] record = EventEncoder.encode(StoredEvents.pageview("/" + sequence), new Sender.Unknown());
        new Frame(segmentNumber).seal(record, 0, record.length, sequence);
        return record;
    }

    private void write(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new SegmentHeader(1, 1).encode());
        for (byte[] part : parts) {
            bytes.write(part);
        }
        Files.write(segment.file(), bytes.toByteArray());
    }

    private SegmentReader reader() throws IOException {
        return new SegmentReader(segment, 0, damages::add);
    }

    private List<Long> sequences() throws IOException {
        List<Long> sequences = new ArrayList<>();
        try (SegmentReader reader = reader()) {
            while (reader.next()) {
                sequences.add(reader.sequence());
            }
        }
        return sequences;
    }

    @Test void findsTheNextRecordWhereverItsMagicLiesInTheWindow() throws IOException {
        for (int shift = -2 * Frame.HEADER_SIZE; shift <= 2 * Frame.HEADER_SIZE; shift++) {
            byte[] first = record(1, 1);
            byte[] garbage = new byte[WINDOW - first.length + shift];
            Arrays.fill(garbage, (byte) 0xF5);
            write(first, garbage, record(1, 2), record(1, 3));
            assertEquals(List.of(1L, 2L, 3L), sequences(), "shift " + shift);
        }
    }

    @Test void tellsRecordsThatAreMissingWithoutATrace() throws IOException {
        write(record(1, 1), record(1, 4));
        assertEquals(List.of(1L, 4L), sequences());
        int end = SegmentHeader.SIZE + record(1, 1).length;
        assertEquals(List.of(new Damage(segment.file(), end, end, "2 records are missing")), damages);
    }

    @Test void takesNoRecordOfAnotherSegment() throws IOException {
        write(record(1, 1), record(2, 2), record(1, 3));
        assertEquals(List.of(1L, 3L), sequences());
        int size = record(1, 1).length;
        assertEquals(List.of(new Damage(segment.file(), SegmentHeader.SIZE + size, SegmentHeader.SIZE + 2 * size,
                "one record is unreadable")), damages);
    }

    @Test void looksAgainBeforeItTellsDamageThatTheWriterHasJustMended() throws IOException {
        byte[] half = new byte[2 * record(1, 2).length];
        System.arraycopy(record(1, 2), 0, half, 0, 40);
        write(record(1, 1), half);
        try (SegmentReader reader = reader()) {
            assertTrue(reader.next());
            write(record(1, 1), record(1, 2), record(1, 3));
            assertTrue(reader.next());
            assertTrue(reader.next());
            assertEquals(3, reader.sequence());
        }
        assertEquals(List.of(), damages);
    }

    @Test void endsQuietlyWhenTheWriterHasCutTheFile() throws IOException {
        byte[] large = EventEncoder.encode(StoredEvents.pageview("/" + "x".repeat(200_000)), new Sender.Unknown());
        byte[][] records = new byte[5][];
        for (int i = 0; i < records.length; i++) {
            records[i] = large.clone();
            new Frame(1).seal(records[i], 0, large.length, i + 1);
        }
        write(records);
        try (SegmentReader reader = reader()) {
            assertTrue(reader.next());
            write(records[0]);
            while (reader.next()) {
                assertTrue(reader.sequence() <= 3);
            }
            assertFalse(reader.next());
        }
        assertEquals(List.of(), damages);
    }
}
