package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorsTest {
    private static final int MOST = 3;
    private static final int FILES = 10;

    @TempDir Path directory;

    private final Descriptors descriptors = new Descriptors(MOST);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    /// Knows how many of its kind are open.
    private final class Counted implements Sectors.Bytes {
        private final Sectors.Bytes file;
        private boolean isClosed;

        Counted(Sectors.Bytes file) {
            this.file = file;
            opened.incrementAndGet();
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        }

        @Override public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override public long size() throws IOException {
            return file.size();
        }

        @Override public void close() throws IOException {
            if (!isClosed) {
                open.decrementAndGet();
                isClosed = true;
            }
            file.close();
        }
    }

    private Path file(int number) {
        return directory.resolve(Integer.toString(number));
    }

    private List<Sectors> openAll() throws IOException {
        List<Sectors> all = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = Files.write(file(i), bytes(i));
            all.add(descriptors.open(() -> new Counted(Sectors.bytes(file))));
        }
        return all;
    }

    private static byte[] bytes(int number) {
        return new byte[] {(byte) number, 7, (byte) number};
    }

    private static byte[] read(Sectors file) throws IOException {
        byte[] bytes = new byte[(int) file.size()];
        file.read(0, bytes, 0, bytes.length);
        return bytes;
    }

    @Test void onlySomeFilesAreOpenAndAllCanBeRead() throws IOException {
        List<Sectors> files = openAll();
        for (int i = 0; i < 3 * FILES; i++) {
            assertArrayEquals(bytes(i % FILES), read(files.get(i % FILES)));
        }
        assertEquals(MOST, mostOpen.get());
    }

    @Test void aFileIsOpenedOnceForAllThatIsReadOfItAtATime() throws IOException {
        Sectors first = openAll().getFirst();
        for (int i = 0; i < 100; i++) {
            read(first);
        }
        assertEquals(FILES + 1, opened.get());
    }

    @Test void threadsThatCloseEachOthersFilesReadThemAllTheSame() throws Exception {
        List<Sectors> files = openAll();
        Callable<Void> reader = () -> {
            for (int i = 0; i < 200 * FILES; i++) {
                assertArrayEquals(bytes(i % FILES), read(files.get(i % FILES)));
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * MOST)) {
            for (Future<Void> reading : threads.invokeAll(Collections.nCopies(2 * MOST, reader))) {
                reading.get();
            }
        }
        assertEquals(MOST, mostOpen.get());
    }

    @Test void thatAFileIsGoneIsNoDamageOfItsSectors() throws IOException {
        Sectors first = openAll().getFirst();
        Files.delete(file(0));
        assertThrows(NoSuchFileException.class, () -> first.read(0, new byte[3], 0, 3));
        assertFalse(first.hasLostFrom(0));
        Files.write(file(0), bytes(0));
        assertArrayEquals(bytes(0), read(first));
    }
}
