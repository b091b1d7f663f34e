package prisme.columns;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prisme.columns.Head.Block;

/// Writes a part as a file, with its sessions, visitors and texts sorted as [Order] says.
public final class PartWriter {
    private final PartBuilder part;
    private final Order order;
    private final List<Block> blocks = new ArrayList<>();
    private final List<int[]> texts = new ArrayList<>();
    private long end;

    /// A number for each row.
    private interface Rows {
        long at(int row);
    }

    private PartWriter(PartBuilder part) {
        this.part = part;
        this.order = new Order(part);
    }

    /// Writes a file without events, to take the place of one whose events are too old.
    ///
    /// @param number        of the segment
    /// @param firstSequence of the events that are gone
    /// @param lastSequence  of the events that are gone
    public static void writeEmpty(long number, long firstSequence, long lastSequence, Path file) throws IOException {
        write(new PartBuilder(number), number, firstSequence, lastSequence, file);
    }

    /// Writes a file, in place of what it may hold, and forces it onto the disk.
    ///
    /// @param number        of the segment
    /// @param firstSequence the sequence number that the first event would have, had none been lost
    /// @param lastSequence  the sequence number that the last event would have
    /// @throws IOException when it cannot be written; then the file may hold anything
    public static void write(PartBuilder part, long number, long firstSequence, long lastSequence, Path file)
            throws IOException {
        PartWriter writer = new PartWriter(part);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            writer.write(writer.summary(number, firstSequence, lastSequence), out);
            out.getFD().sync();
        }
    }

    private Head.Summary summary(long number, long firstSequence, long lastSequence) {
        return new Head.Summary(number, firstSequence, lastSequence, part.firstSecond(), part.lastSecond(),
                part.firstStart(), part.lastStart(), part.events(), part.sessions(), part.visitors(), order.keys());
    }

    private void write(Head.Summary summary, RandomAccessFile file) throws IOException {
        order.dictionaries().forEach(starts -> texts.add(counts(starts)));
        int size = Head.size(texts, columnBlocks() + texts.stream().mapToInt(each -> each.length).sum());
        file.setLength(0);
        file.seek(size);
        end = size;
        blocks(summary.firstSequence(), file);
        Parity parity = new Parity(size, end - size);
        byte[] strip = parity.of((position, into, at, length) -> {
            file.seek(position);
            file.readFully(into, at, length);
        });
        byte[] head = new Head(summary, texts, blocks, parity.strip(),
                Head.checksum(strip, 0, strip.length)).encode();
        file.seek(end);
        file.write(strip);
        file.write(head);
        file.writeInt(Integer.reverseBytes(head.length));
        file.seek(0);
        file.write(head);
    }

    private void blocks(long firstSequence, RandomAccessFile file) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.getChannel()), 64 * 1024);
        columns(firstSequence, out);
        for (int i = 0; i < texts.size(); i++) {
            dictionary(i, out);
        }
        out.flush();
    }

    private int columnBlocks() {
        return Layout.EVENT_COLUMNS * Layout.blocks(part.events())
                + Layout.SESSION_COLUMNS * Layout.blocks(part.sessions()) + 2 * Layout.blocks(part.visitors());
    }

    private void columns(long firstSequence, OutputStream out) throws IOException {
        EventRows events = part.eventRows();
        int count = part.events();
        column(count, row -> Math.floorDiv(events.time(row), PartBuilder.MILLIS_PER_SECOND), out);
        column(count, row -> Math.floorMod(events.time(row), PartBuilder.MILLIS_PER_SECOND), out);
        column(count, row -> events.sequence(row) - firstSequence - row, out);
        for (EventColumn column : EventColumn.values()) {
            column(count, row -> order.event(column, row), out);
        }
        SessionRows sessions = part.sessionRows();
        column(part.sessions(), row -> sessions.high(order.session(row)), out);
        column(part.sessions(), row -> sessions.low(order.session(row)), out);
        column(part.sessions(), row ->
                Math.floorDiv(events.time(sessions.last(order.session(row))), PartBuilder.MILLIS_PER_SECOND), out);
        for (SessionColumn column : SessionColumn.values()) {
            column(part.sessions(), row -> order.session(column, row), out);
        }
        column(part.visitors(), row -> part.visitorIds().key(order.visitor(row)).high(), out);
        column(part.visitors(), row -> part.visitorIds().key(order.visitor(row)).low(), out);
    }

    private void column(int rows, Rows values, OutputStream out) throws IOException {
        long[] numbers = new long[Packing.ROWS];
        for (int from = 0; from < rows; from += Packing.ROWS) {
            int count = Math.min(Packing.ROWS, rows - from);
            for (int i = 0; i < count; i++) {
                numbers[i] = values.at(from + i);
            }
            block(Packing.pack(numbers, count), out);
        }
    }

    private static int[] counts(List<Integer> starts) {
        int[] counts = new int[starts.size() - 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = starts.get(i + 1) - starts.get(i);
        }
        return counts;
    }

    private void dictionary(int index, OutputStream out) throws IOException {
        int from = 0;
        for (int count : texts.get(index)) {
            List<byte[]> sorted = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sorted.add(order.text(index, from + i));
            }
            block(TextBlock.pack(sorted), out);
            from += count;
        }
    }

    private void block(byte[] bytes, OutputStream out) throws IOException {
        out.write(bytes);
        blocks.add(new Block(end, bytes.length, Head.checksum(bytes, 0, bytes.length)));
        end += bytes.length;
    }
}
