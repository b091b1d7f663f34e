package prisme.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Discards what a client still sends after the last answer on its connection.
/* Closing a connection with unread bytes resets it, and a reset can overtake the answer. So after the answer a limited
 * number of bytes is read and discarded, for a limited time. */
final class Unread {
    /// How long to wait for these bytes; see [Deadline].
    static final Duration MAX_TIME = Duration.ofSeconds(1);

    private static final int MAX_BYTES = 64 * 1024;

    private Unread() {}

    /// Discards up to 64 KiB.
    ///
    /// @return whether there may be more
    /// @throws IOException when the client goes away, or sends a malformed body
    static boolean discard(InputStream in) throws IOException {
        try {
            byte[] scratch = new byte[4096];
            int discarded = 0;
            int count = 0;
            while (count >= 0 && discarded < MAX_BYTES) {
                discarded += count;
                count = in.read(scratch);
            }
            return count >= 0;
        } catch (RuntimeException malformed) {  // some chunks make the JDK's reader throw
            throw new IOException("the body cannot be read", malformed);
        }
    }
}
