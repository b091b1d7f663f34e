package prisme.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpentLogsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final SpentLogs logs = new SpentLogs(nanos::get);
    @TempDir Path directory;

    private Segment spent(int number) throws IOException {
        Segment log = Segment.numbered(number, directory);
        Files.createFile(log.file());
        logs.add(log);
        return log;
    }

    @Test void eachStaysForAWhile() throws IOException {
        Segment first = spent(1);
        nanos.addAndGet(SpentLogs.STAY.toNanos());
        Segment second = spent(2);
        logs.deleteOld();
        assertTrue(Files.exists(first.file()));
        nanos.incrementAndGet();
        logs.deleteOld();
        assertFalse(Files.exists(first.file()));
        assertTrue(Files.exists(second.file()));
    }

    @Test void noneIsLeftAtTheEnd() throws IOException {
        Segment first = spent(1);
        Segment second = spent(2);
        logs.deleteAll();
        assertFalse(Files.exists(first.file()) || Files.exists(second.file()));
    }

    @Test void oneThatSomebodyElseHasDeletedKeepsNoOther() throws IOException {
        Files.delete(spent(1).file());
        Segment second = spent(2);
        nanos.addAndGet(SpentLogs.STAY.toNanos() + 1);
        logs.deleteOld();
        assertFalse(Files.exists(second.file()));
    }
}
