package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// Refuses a request whose body was not read so that the client gets to see why.
final class Farewell {
    private Farewell() {}

    /// Sends the answer and throws away a part of the body, in [Unread#MAX_TIME] at most.
    ///
    /// @return whether there may be more of the body
    /// @throws IOException when the client goes away or its time is over
    static boolean send(HttpExchange exchange, Request request, Response response) throws IOException {
        try (Deadline _ = Deadline.in(Unread.MAX_TIME)) {
            Delivery.send(exchange, request, response);
            exchange.getResponseBody().flush();
            return Unread.discard(exchange.getRequestBody());
        }
    }
}
