package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import prisme.ip.IpAddress;

/// Stands between the JDK's server and the routes and sees to it that every request gets exactly one answer, or its
/// connection an end.
/* The JDK's server drops the connection of a handler that throws an exception, without a word, and never again looks at
 * that of a handler that throws an error or forgets to answer. Here an exception leaves only to end the connection:
 * when the client is gone, or a body could not be read, so that its rest would be taken for the next request. */
final class Guard implements HttpHandler {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");
    private static final byte[] NO_BYTES = {};
    private static final String RETRY_SECONDS = "1";

    private final Router router;
    private final ClientAddress clients;
    private final RequestId ids;
    private volatile Observer observer = Observer.none();
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private volatile boolean saysGoodbye;

    /// @param maxInFlight how many requests may be in the hands of handlers; one more is answered 503
    Guard(Router router, ProxyTrust trust, int maxInFlight) {
        this.router = router;
        this.clients = new ClientAddress(trust);
        this.ids = new RequestId(trust);
        this.maxInFlight = maxInFlight;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        arrived.incrementAndGet();
        try {
            answer(exchange);
        } catch (IOException gone) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> "a connection has ended early: " + OneLine.of(gone));
            throw gone;
        } catch (Throwable thrown) {
            LOGGER.log(System.Logger.Level.ERROR, () -> "an answer was cut off: " + OneLine.of(thrown));
            throw new IOException("the answer was cut off", thrown);
        }
    }

    /// From now on every answer is the last one on its connection.
    void sayGoodbye() {
        saysGoodbye = true;
    }

    /// From now on this observer is told of requests that come in.
    void show(Observer other) {
        observer = other;
    }

    /// How many requests have come in so far.
    long arrived() {
        return arrived.get();
    }

    /// How many requests are being answered now.
    int inFlight() {
        return inFlight.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        RequestHeaders headers = RequestHeaders.of(exchange.getRequestHeaders());
        Request head = head(exchange, headers);
        Optional<Response> refusal = Framing.refusal(exchange, headers);
        if (refusal.isPresent()) {
            observed(router.refuse(head, refusal.get()), start, (request, response) ->
                    Farewell.send(exchange, request, response.with("Connection", "close")));
            return;
        }
        int length = Framing.bodyLength(headers);
        byte[] body = WholeBody.read(exchange.getRequestBody(), length);
        answer(exchange, length == 0 ? head : head.withBody(body), start);
    }

    private void answer(HttpExchange exchange, Request request, long start) throws IOException {
        boolean overloaded = inFlight.incrementAndGet() > maxInFlight;
        try {
            observed(overloaded ? router.refuse(request, overload()) : router.match(request), start,
                    (_, response) -> send(exchange, request, response));
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void send(HttpExchange exchange, Request request, Response response) throws IOException {
        Delivery.send(exchange, request, saysGoodbye ? response.with("Connection", "close") : response);
        exchange.getResponseBody().close();
    }

    /// Sends an answer.
    private interface Dispatch {
        void send(Request request, Response response) throws IOException;
    }

    private void observed(Router.Match match, long start, Dispatch dispatch) throws IOException {
        Observer told = observer;
        told.began(match.pattern(), match.request().method());
        Response response = match.answer();
        String error = response.problem().map(Problem::detail).orElse("");
        try {
            dispatch.send(match.request(), response);
        } catch (IOException | RuntimeException | Error e) {
            error = "the answer was cut off: " + e.getMessage();
            throw e;
        } finally {
            told.ended(new Observer.Answered(match.request(), match.pattern(), response.status(),
                    System.nanoTime() - start, error));
        }
    }

    private Request head(HttpExchange exchange, RequestHeaders headers) {
        var target = exchange.getRequestURI();
        String query = target.getRawQuery();
        IpAddress socket = IpAddress.ofBytes(exchange.getRemoteAddress().getAddress().getAddress());
        return new Request(Method.of(exchange.getRequestMethod()), target.getRawPath(), query == null ? "" : query,
                headers, NO_BYTES, clients.of(socket, headers), ids.of(headers));
    }

    private static Response overload() {
        return Response.problem(503, "Too many requests are being answered at once; try again in a moment.")
                .with("Retry-After", RETRY_SECONDS);
    }
}
