package prisme.access;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;
import prisme.files.KeptFile;

/// A small file that only the owner of the process may read, where the file system knows owners.
final class OwnerFile {
    private static final int MAX_BYTES = 4096;

    private final Path file;
    private final KeptFile kept;

    OwnerFile(Path file) {
        this.file = file;
        this.kept = new KeptFile(file);
    }

    Path path() {
        return file;
    }

    /// What the file holds; where it does not exist or holds nothing right, it is first written with what `fresh`
    /// gives.
    ///
    /// @throws IOException when the file can be neither read nor written
    byte[] readOrWrite(Predicate<byte[]> isRight, Supplier<byte[]> fresh) throws IOException {
        byte[] found = read();
        if (isRight.test(found)) {
            return found;
        }
        byte[] bytes = fresh.get();
        try {
            kept.replace(out -> out.write(bytes));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, "cannot be written: " + e.getMessage());
        }
        return bytes;
    }

    /// Deletes what a crash left of a file that is not asked for any more.
    void removeUnfinished() throws IOException {
        kept.clear();
    }

    /* To open a pipe would wait for somebody to write into it. */
    private byte[] read() throws IOException {
        if (Files.exists(file) && !kept.exists()) {
            throw new FileSystemException(file.toString(), null, "is no file; move it away");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? new byte[0] : bytes;
        } catch (NoSuchFileException _) {
            return new byte[0];
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, "cannot be read: " + e.getMessage());
        }
    }
}
