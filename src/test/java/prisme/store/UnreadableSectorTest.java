package prisme.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.columns.Sectors;

/// A disk cannot read one sector of a segment that is not sealed.
class UnreadableSectorTest {
    private static final int EVENTS = 250;

    @TempDir Path directory;
    private Segment segment;
    private int sectors;

    @BeforeEach void store() throws IOException {
        StoredEvents.store(directory, EVENTS);
        segment = Segment.in(directory).getFirst();
        sectors = (int) (Files.size(segment.file()) / Sectors.SIZE) + 1;
        assertTrue(sectors > 5);
    }

    /// A file of which one sector cannot be read.
    private record Bad(FileChannel file, long sector) implements Sectors.Bytes {
        static Sectors of(Path path, long sector) throws IOException {
            return new Sectors(() -> new Bad(FileChannel.open(path, StandardOpenOption.READ), sector));
        }

        @Override public int read(ByteBuffer into, long position) throws IOException {
            boolean isHit = position < (sector + 1) * Sectors.SIZE
                    && position + into.remaining() > sector * Sectors.SIZE;
            if (isHit) {
                throw new IOException("Input/output error");
            }
            return file.read(into, position);
        }

        @Override public long size() throws IOException {
            return file.size();
        }

        @Override public void close() throws IOException {
            file.close();
        }
    }

    private static Disk bad(long sector) {
        Disk real = Disk.real();
        return new Disk() {
            @Override public AppendFile open(Path file) throws IOException {
                return real.open(file);
            }

            @Override public Sectors read(Path file) throws IOException {
                return Bad.of(file, sector);
            }

            @Override public void syncFolder(Path folder) throws IOException {
                real.syncFolder(folder);
            }

            @Override public void rename(Path from, Path to) throws IOException {
                real.rename(from, to);
            }

            @Override public boolean isWritable(Path folder) {
                return real.isWritable(folder);
            }
        };
    }

    @Test void onlyRecordsThatOverlapItAreMissing() throws IOException {
        List<long[]> places = new ArrayList<>();
        try (SegmentReader whole = new SegmentReader(segment, 0, _ -> { })) {
            while (whole.next()) {
                places.add(new long[] {whole.sequence(), whole.position(), whole.end()});
            }
        }
        for (long bad = 0; bad < sectors; bad++) {
            long from = bad * Sectors.SIZE;
            List<Long> wanted = places.stream().filter(each -> each[2] <= from || each[1] >= from + Sectors.SIZE)
                    .map(each -> each[0]).toList();
            List<Damage> damages = new ArrayList<>();
            List<Long> found = new ArrayList<>();
            try (SegmentReader reader = new SegmentReader(segment, Bad.of(segment.file(), bad), 0,
                    SegmentReader.WINDOW, damages::add)) {
                while (reader.next()) {
                    found.add(reader.sequence());
                }
                assertEquals(bad == sectors - 1, reader.hasUnreadableEnd());
                assertEquals(bad == sectors - 1 ? 0 : 1, damages.size());
            }
            assertEquals(wanted, found);
        }
    }

    @Test void aStartGoesOnBehindADamagedPlace() throws IOException {
        Recovery.End end = new Recovery(directory, bad(2)).run();
        assertEquals(segment, end.segment());
        assertEquals(EVENTS, end.last().sequence());
        assertEquals(1, end.report().damages().size());
    }

    @Test void anEndThatCannotBeReadIsNotCutOff() throws IOException {
        byte[] before = Files.readAllBytes(segment.file());
        StoreException e = assertThrows(StoreException.class, () -> new Recovery(directory, bad(sectors - 1)).run());
        assertTrue(e.getMessage().startsWith("the disk cannot read the end of " + segment.file()), e.getMessage());
        assertArrayEquals(before, Files.readAllBytes(segment.file()));
        assertEquals(List.of(segment), Segment.in(directory));
        assertEquals(EVENTS, new Recovery(directory, Disk.real()).run().last().sequence());
    }
}
