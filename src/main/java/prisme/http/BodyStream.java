package prisme.http;

import java.io.IOException;
import java.io.InputStream;

/// A body that a handler reads as it arrives. It remembers how that went, since only a connection whose requests were
/// read to their ends can carry another one.
final class BodyStream extends InputStream {
    private final InputStream in;
    private final Runnable progress;
    private long left;
    private boolean isBroken;

    /// The body cannot be read to its end.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// @param in       the connection's
    /// @param length   how many bytes were announced
    /// @param progress told of every piece that has come, and before it is waited for
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
        int count = tried(bytes, offset, length);
        progress.run();
        if (count < 0 && left > 0) {
            throw broken("the body is not as long as announced", null);
        }
        left -= Math.max(0, count);
        return count;
    }

    private int tried(byte[] bytes, int offset, int length) throws Broken {
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

    /// Reads what the JDK's server has to see of an end that the handler has no need for.
    boolean isAtEnd() throws IOException {
        return left == 0 && read() < 0;
    }

    /// @throws IOException when the body could not be read. The request must not be answered then: what would follow on
    ///     the connection is unknown
    void requireUnbroken() throws IOException {
        if (isBroken) {
            throw new IOException("the body could not be read to its end");
        }
    }
}
