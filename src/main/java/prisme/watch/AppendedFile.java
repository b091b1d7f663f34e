package prisme.watch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A file that lines are appended to. Whoever rotates logs may truncate it meanwhile.
final class AppendedFile implements LogTarget {
    private final FileChannel channel;

    private AppendedFile(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException when the file cannot be opened
    static AppendedFile at(Path path) throws IOException {
        return new AppendedFile(new FileOutputStream(path.toFile(), true).getChannel());
    }

    @Override public void write(ByteBuffer lines) throws IOException {
        LogTarget.writeAll(lines, channel);
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
