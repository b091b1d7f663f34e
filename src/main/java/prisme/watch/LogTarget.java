package prisme.watch;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// What a [LogOutput] writes to. Used by one thread, which may wait here as long as it takes.
interface LogTarget extends Closeable {
    /// Writes all lines. If that fails, the position of the buffer tells which of its bytes were written.
    void write(ByteBuffer lines) throws IOException;

    /// Standard output or error of the process. It stays open when the log is closed: it does not belong to the log,
    /// and if the process was started without it, its file descriptor is that of some file of the JVM.
    static LogTarget standard(FileDescriptor output) {
        FileChannel channel = new FileOutputStream(output).getChannel();
        return new LogTarget() {
            @Override public void write(ByteBuffer lines) throws IOException {
                writeAll(lines, channel);
            }

            @Override public void close() {
                /* It stays open, see above. */
            }
        };
    }

    /// Writes all lines to a channel.
    static void writeAll(ByteBuffer lines, FileChannel channel) throws IOException {
        while (lines.hasRemaining()) {
            if (channel.write(lines) == 0) {
                /* Whoever started the process has set its end of a pipe or terminal to do this. */
                throw new IOException("it is full and does not let writers wait");
            }
        }
    }
}
