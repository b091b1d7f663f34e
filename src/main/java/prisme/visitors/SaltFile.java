package prisme.visitors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import prisme.files.KeptFile;
import prisme.wording.Failure;

/// Keeps salts in a file of the data directory, so that visitors are recognised after a restart. A salt that is no
/// longer kept is not in the file any more either, even where no new file can be made. All numbers are big-endian:
/// ```
/// ┌──────────────────┬───────────────┬─────────────┬────────────────────────────┬──────────────┐
/// │ "PRISMESA" <8 B> │ version <4 B> │ count <4 B> │ (day <8 B>, key <32 B>)... │ crc32c <4 B> │  of all before it
/// └──────────────────┴───────────────┴─────────────┴────────────────────────────┴──────────────┘
/// ```
/// Later versions have magic, version and checksum in the same places, so that an earlier Prisme can tell them from
/// damage.
final class SaltFile implements Salts.Storage {
    static final String NAME = "salts";

    private static final System.Logger LOGGER = System.getLogger("prisme.visitors");
    private static final byte[] MAGIC = "PRISMESA".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_SIZE = MAGIC.length + 2 * Integer.BYTES;
    private static final int SALT_SIZE = Long.BYTES + DailySalt.BYTES;
    /// More than any file has, even with a salt for each day of the longest time that a session may last.
    private static final long MOST_BYTES = 1 << 20;

    private final KeptFile file;

    SaltFile(Path directory) {
        this.file = new KeptFile(directory.resolve(NAME));
    }

    /// The salts that were kept last. When the file is damaged there are none: visits under way are lost, but the
    /// server starts.
    ///
    /// @throws UncheckedIOException when the file is intact but has a later format version; it stays as it is
    @Override public List<DailySalt> load() {
        file.tidy();
        try {
            return file.exists() ? decode(read()) : List.of();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING,
                    () -> "the salts in " + file.path() + " cannot be used (" + Failure.reason(e)
                            + "); there will be new ones, so whoever is on a site now counts as somebody else from "
                            + "here on");
            return List.of();
        }
    }

    @Override public void keep(List<DailySalt> salts) throws IOException {
        byte[] bytes = encode(salts);
        try {
            file.replaceAndWipe(out -> out.write(bytes));
        } catch (IOException e) {
            tryToForgetOthers(salts, e);
            throw e;
        }
    }

    private void tryToForgetOthers(List<DailySalt> salts, IOException cause) {
        try {
            if (file.exists()) {
                forgetOthers(salts);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /* On a full disk there is no room for a new file. But no salt may outlive its time for that, so the file is
     * overwritten with those of its salts that are still needed. After a crash at this moment it may be damaged; then
     * the next start makes new salts. */
    private void forgetOthers(List<DailySalt> salts) throws IOException {
        byte[] found = read();
        byte[] needed = encode(salts.stream().filter(salt -> holds(found, salt)).toList());
        if (!Arrays.equals(found, needed)) {
            file.overwrite(needed);
        }
    }

    private static boolean holds(byte[] found, DailySalt salt) {
        byte[] wanted = ByteBuffer.allocate(SALT_SIZE).putLong(salt.day()).put(salt.key()).array();
        for (int at = HEADER_SIZE; at <= found.length - SALT_SIZE; at += SALT_SIZE) {
            if (Arrays.equals(found, at, at + SALT_SIZE, wanted, 0, SALT_SIZE)) {
                return true;
            }
        }
        return false;
    }

    private byte[] read() throws IOException {
        if (Files.size(file.path()) > MOST_BYTES) {
            throw new IOException("it is too large");
        }
        return Files.readAllBytes(file.path());
    }

    private static byte[] encode(List<DailySalt> salts) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_SIZE + salts.size() * SALT_SIZE + Integer.BYTES);
        bytes.put(MAGIC).putInt(VERSION).putInt(salts.size());
        salts.forEach(salt -> bytes.putLong(salt.day()).put(salt.key()));
        return bytes.putInt(checksum(bytes.array())).array();
    }

    private List<DailySalt> decode(byte[] bytes) throws IOException {
        requireIntact(bytes);
        file.refuseLater(ByteBuffer.wrap(bytes).getInt(MAGIC.length), VERSION);
        requireLength(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes, HEADER_SIZE, bytes.length - HEADER_SIZE - Integer.BYTES);
        List<DailySalt> salts = new ArrayList<>();
        while (in.hasRemaining()) {
            long day = in.getLong();
            byte[] key = new byte[DailySalt.BYTES];
            in.get(key);
            salts.add(new DailySalt(day, key));
        }
        return salts;
    }

    private static void requireIntact(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean isIntact = bytes.length >= HEADER_SIZE + Integer.BYTES
                && in.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
                && in.getInt(bytes.length - Integer.BYTES) == checksum(bytes);
        if (!isIntact) {
            throw new IOException("they are damaged");
        }
    }

    private static void requireLength(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int count = in.getInt(MAGIC.length + Integer.BYTES);
        if (in.getInt(MAGIC.length) != VERSION || bytes.length != HEADER_SIZE + (long) count * SALT_SIZE
                + Integer.BYTES) {
            throw new IOException("they are damaged");
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
