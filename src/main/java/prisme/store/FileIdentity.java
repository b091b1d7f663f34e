package prisme.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file that was found at a path, as distinct from any that comes to be there later.
///
/// @param key what the file system tells files apart by; null where it does not. Then being there is all that is asked
///            for: such a file system (NTFS) lets nobody delete an open file, and tells the size of one too late
record FileIdentity(Path path, Object key) {
    static FileIdentity at(Path path) throws IOException {
        return new FileIdentity(path, attributes(path).fileKey());
    }

    /// Whether it is still there, as [#isThere(long)] has it.
    boolean isThere() {
        return isThere(0);
    }

    /// Whether it is still there, and has so many bytes at least. What may not be found out is taken for no, as whoever
    /// looks for it later will not find it either; what cannot be, for yes.
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
