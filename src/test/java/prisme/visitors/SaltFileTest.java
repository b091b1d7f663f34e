package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.ip.IpAddress;

class SaltFileTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fingerprint SOMEBODY = new Fingerprint("ua", IpAddress.ofIPv4(1), "a.b");

    @TempDir Path directory;

    private Salts start() {
        return start(Duration.ofDays(1));
    }

    private Salts start(Duration ttl) {
        return new Salts(ttl, new SaltFile(directory));
    }

    private Path file() {
        return directory.resolve(SaltFile.NAME);
    }

    private static String visitorAt(Salts salts, Instant time) {
        return salts.at(time).getFirst().identityOf(SOMEBODY).visitorId();
    }

    private static byte[] keyAt(Salts salts, Instant time) {
        return salts.at(time).getFirst().key();
    }

    @Test void aRestartWithinTheDayKeepsTheSalt() {
        String before = visitorAt(start(), NOON);
        assertEquals(before, visitorAt(start(), NOON));
        assertEquals(before, visitorAt(start(), NOON.plus(Duration.ofHours(11))));
        assertNotEquals(before, visitorAt(start(), NOON.plus(Duration.ofHours(13))));
    }

    @Test void theFileHasTheDocumentedFormat() throws IOException {
        byte[] key = keyAt(start(), NOON);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(file()));
        byte[] magic = new byte[8];
        file.get(magic);
        assertArrayEquals("PRISMESA".getBytes(StandardCharsets.US_ASCII), magic);
        assertEquals(List.of(1, 1, NOON.getEpochSecond() / 86_400),
                List.of(file.getInt(), file.getInt(), file.getLong()));
        assertEquals(ByteBuffer.wrap(key), file.slice(file.position(), DailySalt.BYTES));
        assertEquals(file.position() + DailySalt.BYTES + Integer.BYTES, file.limit());
    }

    @Test void aSaltIsGoneFromTheDirectoryOnceNoSessionCanNeedIt() throws IOException {
        Salts salts = start();
        byte[] first = keyAt(salts, NOON);
        byte[] second = keyAt(salts, NOON.plus(Duration.ofDays(1)));
        Instant end = Instant.parse("2026-03-03T00:00:00Z");
        salts.tend(end);
        assertTrue(directoryHas(first));
        salts.tend(end.plusMillis(1));
        assertFalse(directoryHas(first), "with nobody coming");
        assertTrue(directoryHas(second));
    }

    @Test void aServerThatIsStartedLaterForgetsTheSaltsOfBefore() throws IOException {
        byte[] first = keyAt(start(), NOON);
        start().tend(NOON.plus(Duration.ofDays(30)));
        assertFalse(directoryHas(first));
    }

    @Test void aShorterLifeOfSessionsCountsFromTheNextStart() throws IOException {
        byte[] first = keyAt(start(Duration.ofDays(5)), NOON);
        start(Duration.ofDays(5)).tend(NOON.plus(Duration.ofDays(3)));
        assertTrue(directoryHas(first));
        start(Duration.ofHours(1)).tend(NOON.plus(Duration.ofDays(3)));
        assertFalse(directoryHas(first));
    }

    @Test void theOldFilesBytesAreOverwritten() throws IOException {
        Salts salts = start();
        byte[] first = keyAt(salts, NOON);
        try (FileChannel old = FileChannel.open(file(), StandardOpenOption.READ)) {
            salts.tend(NOON.plus(Duration.ofDays(3)));
            ByteBuffer bytes = ByteBuffer.allocate((int) old.size());
            old.read(bytes, 0);
            assertTrue(bytes.position() >= first.length);
            assertArrayEquals(new byte[bytes.capacity()], bytes.array());
        }
    }

    private boolean directoryHas(byte[] key) throws IOException {
        String wanted = new String(key, StandardCharsets.ISO_8859_1);
        for (Path each : Files.list(directory).filter(Files::isRegularFile).toList()) {
            if (new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Test void aDamagedFileMeansNewSaltsThatAreKeptAgain() throws IOException {
        String before = visitorAt(start(), NOON);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            Files.write(file(), Arrays.copyOf(whole, at));
            assertMakesNewOnes(before);
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file(), damaged);
            assertMakesNewOnes(before);
        }
        Files.delete(file());
        assertMakesNewOnes(before);
        Files.write(file(), new byte[2 << 20]);
        assertMakesNewOnes(before);
        Files.write(file(), whole);
        assertEquals(before, visitorAt(start(), NOON));
    }

    @Test void aFileOfALaterFormatIsLeftAsItIs() throws IOException {
        keyAt(start(), NOON);
        byte[] later = Files.readAllBytes(file());
        ByteBuffer.wrap(later).putInt(8, 2);
        CRC32C crc = new CRC32C();
        crc.update(later, 0, later.length - Integer.BYTES);
        ByteBuffer.wrap(later).putInt(later.length - Integer.BYTES, (int) crc.getValue());
        Files.write(file(), later);
        String refusal = assertThrows(UncheckedIOException.class, this::start).getCause().getMessage();
        assertEquals(file() + " has format version 2, but this Prisme knows 1 at most: use a newer Prisme", refusal);
        assertArrayEquals(later, Files.readAllBytes(file()));
    }

    private void assertMakesNewOnes(String before) {
        String after = visitorAt(start(), NOON);
        assertNotEquals(before, after);
        assertEquals(after, visitorAt(start(), NOON));
    }

    @Test void whatCannotBeKeptIsUsedAllTheSameAndTriedAgain() throws IOException {
        Path inTheWay = Files.createDirectories(directory.resolve(SaltFile.NAME + ".tmp/x"));
        Salts salts = start();
        String before = visitorAt(salts, NOON);
        assertEquals(before, visitorAt(salts, NOON));
        assertFalse(Files.exists(file()));
        Files.delete(inTheWay);
        salts.tend(NOON);
        assertEquals(before, visitorAt(start(), NOON));
    }

    @Test void aSaltIsGoneFromTheDirectoryEvenWhereNoNewFileCanBeMade() throws IOException {
        Salts salts = start();
        byte[] first = keyAt(salts, NOON);
        byte[] second = keyAt(salts, NOON.plus(Duration.ofDays(1)));
        Files.createDirectories(directory.resolve(SaltFile.NAME + ".tmp/in-the-way"));
        salts.tend(NOON.plus(Duration.ofDays(2)));
        assertFalse(directoryHas(first));
        assertTrue(directoryHas(second), "it is still needed");
        assertArrayEquals(second, new SaltFile(directory).load().getFirst().key());
        salts.tend(NOON.plus(Duration.ofDays(7)));
        assertFalse(directoryHas(second));
        assertEquals(List.of(), new SaltFile(directory).load());
    }

    @Test void aDamagedFileIsOverwrittenWhereNoNewOneCanBeMade() throws IOException {
        byte[] key = keyAt(start(), NOON);
        Files.write(file(), new byte[] {1}, StandardOpenOption.APPEND);
        Files.createDirectories(directory.resolve(SaltFile.NAME + ".tmp/in-the-way"));
        Salts salts = start();
        salts.tend(NOON);
        assertFalse(directoryHas(key), "nobody knows any more when its time is over");
    }

    @Test void aSaltFromFarAheadIsForgottenWhenTheClockIsRightAgain() throws IOException {
        byte[] wrong = keyAt(start(), Instant.parse("2100-01-01T00:00:00Z"));
        start().tend(NOON);
        assertFalse(directoryHas(wrong));
    }
}
