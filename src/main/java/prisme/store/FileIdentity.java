package prisme.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file that was found at a path, as distinct from any other file that is there later.
///
/// @param key by which the file system tells files apart; null where it does not. Then it is enough that there is a
///            file: such a file system (NTFS) lets nobody delete an open file, and reports the size of one too late
record FileIdentity(Path path, Object key) {
    static FileIdentity at(Path path) throws IOException {
        return new FileIdentity(path, attributes(path).fileKey());
    }

    /// Whether the file is still there, of whatever size. See [#isThere(long)].
    boolean isThere() {
        return isThere(0);
    }

    /// Whether the file is still there, and has at least `bytes` bytes. Where access is denied the answer is no, as
    /// nobody would find it later either; where the answer cannot be found out for another reason, it is yes.
    boolean isThere(long bytes) {
        try {
            BasicFileAttributes found = attributes(path);
            return key == null || key.equals(found.fileKey()) && found.size() >= bytes;
        } catch (NoSuchFileException | AccessDeniedException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
