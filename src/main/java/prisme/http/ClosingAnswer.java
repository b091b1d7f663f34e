package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// Sends an answer behind which the connection ends, to a request whose body was not read, so that the client gets to
/// see it.
final class ClosingAnswer {
    private ClosingAnswer() {}

    /// Sends the answer and discards a part of the body, which takes [Unread#MAX_TIME] at most.
    ///
    /// @return whether there may be more of the body
    /// @throws IOException when the client goes away or does not take the answer in time
    static boolean send(HttpExchange exchange, Request request, Response response) throws IOException {
        try (Deadline _ = Deadline.in(Unread.MAX_TIME)) {
            Delivery.send(exchange, request, response);
            exchange.getResponseBody().flush();
            return Unread.discard(exchange.getRequestBody());
        }
    }
}
