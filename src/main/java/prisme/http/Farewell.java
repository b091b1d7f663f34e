package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// Refuses a request whose body was not read so that the client gets to see why.
final class Farewell {
    private Farewell() {}

    /// Sends the answer and ends the connection, in [Unread#MAX_TIME] at most.
    ///
    /// @throws IOException when the client goes away or its time is over
    static void send(HttpExchange exchange, Request request, Response response) throws IOException {
        try (Deadline _ = Deadline.in(Unread.MAX_TIME)) {
            Delivery.send(exchange, request, response);
            exchange.getResponseBody().flush();
            Unread.discard(exchange.getRequestBody());
            exchange.getResponseBody().close();
        }
    }
}
