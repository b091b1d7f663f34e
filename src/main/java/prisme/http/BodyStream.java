package prisme.http;

import java.io.IOException;
import java.io.InputStream;

/// A body that a handler reads as it arrives. It remembers whether it was read to its end, because only then can its
/// connection carry another request.
final class BodyStream extends InputStream {
    private final InputStream in;
    private final Runnable progress;
    private long left;
    private boolean isBroken;

    /// Says that the body cannot be read to its end.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// @param in       what the connection brings
    /// @param length   how many bytes were announced
    /// @param progress is run before each read and after it
    BodyStream(InputStream in, long length, Runnable progress) {
        this.in = in;
        this.progress = progress;
        this.left = length;
    }

    @Override public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        progress.run();
        int count = readFrom(bytes, offset, length);
        progress.run();
        if (count < 0 && left > 0) {
            throw broken("the body is not as long as announced", null);
        }
        left -= Math.max(0, count);
        return count;
    }

    private int readFrom(byte[] bytes, int offset, int length) throws Broken {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw broken("the body could not be read", e);
        }
    }

    private Broken broken(String message, Throwable cause) {
        isBroken = true;
        return new Broken(message, cause);
    }

    /// Whether all of the body was read. Handlers may stop at its last byte, but the JDK's server must see the end
    /// behind it; so that is read here.
    boolean isAtEnd() throws IOException {
        return left == 0 && read() < 0;
    }

    /// Checks that nothing went wrong when the body was read.
    ///
    /// @throws IOException when something did. The request must not be answered then: it is unknown what would follow
    ///     on the connection
    void requireUnbroken() throws IOException {
        if (isBroken) {
            throw new IOException("the body could not be read to its end");
        }
    }
}
