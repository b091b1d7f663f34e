package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Refuses a request whose body was not read so that the client gets to see why.
/* Closing a connection with unread bytes resets it, and a reset can overtake the answer. So the answer is flushed
 * first, then a bounded part of the body thrown away for a bounded time. */
final class Farewell {
    private static final int MAX_DISCARDED = 64 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(1);

    private Farewell() {}

    /// Sends the answer and ends the connection, in [#MAX_TIME] at most.
    ///
    /// @throws IOException when the client goes away or its time is over
    static void send(HttpExchange exchange, Request request, Response response) throws IOException {
        try (Deadline _ = Deadline.in(MAX_TIME)) {
            Delivery.send(exchange, request, response);
            exchange.getResponseBody().flush();
            discard(exchange.getRequestBody());
            exchange.getResponseBody().close();
        }
    }

    private static void discard(InputStream body) throws IOException {
        try {
            byte[] scratch = new byte[4096];
            int discarded = 0;
            int count = 0;
            while (count >= 0 && discarded < MAX_DISCARDED) {
                discarded += count;
                count = body.read(scratch);
            }
        } catch (RuntimeException malformed) {  // the JDK's reader of chunks falls over some of them
            throw new IOException("the body cannot be read", malformed);
        }
    }
}
