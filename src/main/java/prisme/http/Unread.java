package prisme.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// What a client still sends that nobody reads, behind an answer that is the last one.
/* Closing a connection with unread bytes resets it, and a reset can overtake the answer. So the answer is sent first,
 * then a bounded part of them thrown away for a bounded time. */
final class Unread {
    /// How long to wait for it.
    static final Duration MAX_TIME = Duration.ofSeconds(1);

    private static final int MAX = 64 * 1024;

    private Unread() {}

    /// Throws it away to its end, or a bounded part of it.
    ///
    /// @return whether there may be more
    /// @throws IOException when the client goes away, or sends a malformed body
    static boolean discard(InputStream in) throws IOException {
        try {
            byte[] scratch = new byte[4096];
            int discarded = 0;
            int count = 0;
            while (count >= 0 && discarded < MAX) {
                discarded += count;
                count = in.read(scratch);
            }
            return count >= 0;
        } catch (RuntimeException malformed) {  // the JDK's reader of chunks falls over some of them
            throw new IOException("the body cannot be read", malformed);
        }
    }
}
