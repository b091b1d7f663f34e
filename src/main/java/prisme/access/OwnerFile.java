package prisme.access;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import prisme.files.KeptFile;

/// A small file that only the owner of the process may read, if the file system has owners.
final class OwnerFile {
    private static final System.Logger LOGGER = System.getLogger("prisme.access");
    private static final int MAX_BYTES = 4096;

    private final Path file;
    private final KeptFile kept;
    private final String loss;

    /// @param loss what follows when what was in the file is written anew, a text that fits after "so"
    OwnerFile(Path file, String loss) {
        this.file = file;
        this.kept = new KeptFile(file);
        this.loss = loss;
    }

    Path path() {
        return file;
    }

    /// What is in the file. If it does not exist or its content is not right, it is first written anew; if it does
    /// exist, this is logged.
    ///
    /// @param isRight whether such a content will do
    /// @param fresh   gives what to write
    /// @throws IOException when the file can be neither read nor written
    byte[] readOrWrite(Predicate<byte[]> isRight, Supplier<byte[]> fresh) throws IOException {
        Optional<byte[]> found = read();
        if (found.isPresent() && isRight.test(found.get())) {
            return found.get();
        }
        byte[] bytes = fresh.get();
        try {
            kept.replace(out -> out.write(bytes));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, "cannot be written: " + e.getMessage());
        }
        if (found.isPresent()) {
            LOGGER.log(System.Logger.Level.WARNING, () -> "what was in " + file
                    + " cannot be used and was written anew, so " + loss);
        }
        return bytes;
    }

    /// Deletes what a crash has left behind of a file that is not used any more.
    ///
    /// @throws IOException when it cannot be deleted
    void removeUnfinished() throws IOException {
        kept.clear();
    }

    /* Only a regular file is opened: opening a pipe would wait for somebody to write into it. */
    private Optional<byte[]> read() throws IOException {
        if (Files.exists(file) && !kept.exists()) {
            throw new FileSystemException(file.toString(), null, "is no file; move it away");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return Optional.of(bytes.length > MAX_BYTES ? new byte[0] : bytes);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, "cannot be read: " + e.getMessage());
        }
    }
}
