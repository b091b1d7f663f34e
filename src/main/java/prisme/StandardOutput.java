package prisme;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import prisme.wording.Failure;

/// Standard output that throws when nobody reads it any more, as with `| head`. [System#out] would silently continue,
/// even when the output is redirected to a disk that is full.
final class StandardOutput extends OutputStream {
    private final OutputStream target;

    StandardOutput(OutputStream target) {
        this.target = target;
    }

    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /// The reader of a pipe has closed it. That is no failure: the command ends without a message.
    static final class ReaderGone extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderGone(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            throw isBrokenPipe(e) ? new ReaderGone(e) : new IOException("standard output: " + Failure.reason(e), e);
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /* The JDK has no exception type for this. The words are those of the system ("Broken pipe", "The pipe is being
     * closed"). */
    private static boolean isBrokenPipe(IOException failure) {
        return Failure.reason(failure).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
