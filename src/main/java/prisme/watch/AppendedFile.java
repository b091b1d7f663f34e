package prisme.watch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// A file that lines are appended to. Whoever rotates logs may truncate, rename or delete it meanwhile: lines go to the
/// file that has the name when they are written. If there is none, it is made.
final class AppendedFile implements LogTarget {
    private final Path path;
    private Optional<Opened> current = Optional.empty();

    /// @param key of the file, by which it is known under another name; empty where the system has none
    private record Opened(FileChannel channel, Optional<Object> key) {}

    private AppendedFile(Path path) {
        this.path = path;
    }

    /// Opens the file. A pipe or a device is not opened before there is a line, since that may wait for a reader.
    ///
    /// @throws IOException when the file cannot be opened
    static AppendedFile at(Path path) throws IOException {
        AppendedFile file = new AppendedFile(path);
        if (!isPipeOrDevice(path)) {
            file.current = Optional.of(file.open());
        }
        return file;
    }

    private static boolean isPipeOrDevice(Path path) {
        try {
            return attributes(path).isOther();
        } catch (IOException _) {
            return false;  // opening it will tell what is wrong, if anything is
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    private Opened open() throws IOException {
        FileChannel channel = new FileOutputStream(path.toFile(), true).getChannel();
        return new Opened(channel, key());
    }

    private Optional<Object> key() {
        try {
            return Optional.ofNullable(attributes(path).fileKey());
        } catch (IOException _) {
            return Optional.empty();  // nothing has the name
        }
    }

    @Override public void write(ByteBuffer lines) throws IOException {
        if (current.isPresent() && !current.get().key().equals(key())) {
            close();
        }
        if (current.isEmpty()) {
            current = Optional.of(open());
        }
        LogTarget.writeAll(lines, current.get().channel());
    }

    @Override public void close() throws IOException {
        if (current.isPresent()) {
            Opened old = current.get();
            current = Optional.empty();
            old.channel().close();
        }
    }
}
