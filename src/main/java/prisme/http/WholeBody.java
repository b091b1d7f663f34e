package prisme.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads a body of known length to its end. The JDK's server must see that end: otherwise it would look for it later.
/* The buffer grows as bytes arrive, so a client that only announces a large body takes little memory. */
final class WholeBody {
    private static final byte[] NO_BYTES = {};
    private static final int FIRST_ROOM = 4096;

    private WholeBody() {}

    /// The body.
    ///
    /// @param length how many bytes were announced
    /// @throws IOException when the client goes away or is cut off before the end. The request must not be answered
    ///     then: it is unknown what would follow on the connection
    static byte[] read(InputStream in, int length) throws IOException {
        if (length == 0) {
            return NO_BYTES;
        }
        byte[] body = new byte[Math.min(length, FIRST_ROOM)];
        int filled = in.readNBytes(body, 0, body.length);
        while (filled == body.length && filled < length) {
            body = Arrays.copyOf(body, Math.min(length, 2 * filled));
            filled += in.readNBytes(body, filled, body.length - filled);
        }
        if (filled < length || in.read() != -1) {
            throw new EOFException("the body is not as long as announced");
        }
        return body;
    }
}
