package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

    private final Router router;
    private final ClientAddress clients;
    private final RequestId ids;
    private final BasePath base;
    private volatile Observer observer = Observer.none();
    private final MovingLine handlers;
    private final WaitingRoom coming;
    private final WaitingRoom going;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private volatile KeptConnections kept = new KeptConnections(List.of(), Integer.MAX_VALUE, System::nanoTime);
    private volatile boolean saysGoodbye;

    /// @param base   below which path the server is shown
    /// @param limits how many requests may be in the hands of handlers, where one more is answered 503, and how many
    ///               clients may be waited for
    Guard(Router router, ProxyTrust trust, BasePath base, ServerLimits limits) {
        this.router = router;
        this.clients = new ClientAddress(trust);
        this.ids = new RequestId(trust);
        this.base = base;
        this.handlers = new MovingLine(limits.requestsInFlight());
        this.coming = new WaitingRoom(limits.requestsComing());
        this.going = new WaitingRoom(limits.answersGoing());
    }

    /// Runs what the JDK's server does for one request that is here; it comes to [#handle] on the way.
    void serve(Runnable request) {
        coming.enter();
        try {
            request.run();
        } finally {
            coming.leave();
        }
    }

    /// Cuts off a client that has been waited for at least so long, for its request or to take its answer.
    void makeWay(Duration least) {
        going.makeWay(least);
        coming.makeWay(least);
    }

    /// Whether a body is read as it comes, by the request's method and the path before which a proxy shows us.
    boolean takesStreams(Method method, String path) {
        return router.takesStreams(method, base.within(path));
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

    /// From now on no connection is kept that these have no room for.
    void keep(KeptConnections connections) {
        kept = connections;
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
        Router.Match match = router.match(head(exchange, headers));
        Optional<Response> refusal = Framing.refusal(exchange, headers, match.intake());
        if (refusal.isPresent()) {
            leaveThoseComing();
            observed(router.refuse(match, refusal.get()), start,
                    (request, response) -> part(exchange, request, response));
            return;
        }
        long length = Framing.bodyLength(headers);
        switch (match.intake()) {
            case WHOLE -> {
                byte[] body = WholeBody.read(exchange.getRequestBody(), (int) length);
                leaveThoseComing();
                answer(length == 0 ? match : match.with(head -> head.withBody(body)), start,
                        (request, response) -> send(exchange, request, response));
            }
            case STREAM -> {
                BodyStream body = new BodyStream(exchange.getRequestBody(), length,
                        Respite.of(exchange)::requestGetsOn);
                leaveThoseComing();
                answer(match.with(head -> head.withStream(body)), start,
                        (request, response) -> sendBehind(body, exchange, request, response));
            }
        }
    }

    private void leaveThoseComing() throws IOException {
        if (!coming.leave()) {
            throw new IOException("the request was so slow that it had to make room for others");
        }
    }

    private void answer(Router.Match match, long start, Dispatch dispatch) throws IOException {
        if (!handlers.enter()) {
            observed(router.refuse(match, Share.overload()), start, dispatch);
            return;
        }
        inFlight.incrementAndGet();
        try {
            observed(match, start, dispatch);
        } finally {
            inFlight.decrementAndGet();
            handlers.leave();
        }
    }

    /// Answers a request whose handler has read as much of the body as it liked.
    private void sendBehind(BodyStream body, HttpExchange exchange, Request request, Response response)
            throws IOException {
        body.requireUnbroken();
        if (body.isAtEnd()) {
            send(exchange, request, response);
        } else {
            part(exchange, request, response);
        }
    }

    /// Sends an answer and ends the connection, on which an unread body stands.
    private void part(HttpExchange exchange, Request request, Response response) throws IOException {
        going.enter();
        try {
            Farewell.send(exchange, request, response.with("Connection", "close"));
        } finally {
            going.leave();
        }
    }

    private void send(HttpExchange exchange, Request request, Response response) throws IOException {
        going.enter();
        boolean isKept = !saysGoodbye && !asksToClose(request) && kept.haveRoom();
        try {
            Delivery.send(exchange, request, isKept ? response : response.with("Connection", "close"));
            exchange.getResponseBody().close();
        } finally {
            going.leave();
            if (isKept) {
                kept.answered();
            }
        }
    }

    /* The JDK's server sees that only where the header says nothing else, but it is a list (RFC 9110, 7.6.1). */
    private static boolean asksToClose(Request request) {
        for (String line : request.headers("Connection")) {
            for (String option : line.split(",")) {
                if (option.strip().equalsIgnoreCase("close")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Sends an answer.
    private interface Dispatch {
        void send(Request request, Response response) throws IOException;
    }

    private void observed(Router.Match match, long start, Dispatch dispatch) throws IOException {
        Observer told = observer;
        told.began(match.pattern(), match.request().method());
        Response response = base.before(match.answer());
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
        String path = target.getRawPath() == null ? "" : base.within(target.getRawPath());
        String query = target.getRawQuery();
        IpAddress socket = IpAddress.ofBytes(exchange.getRemoteAddress().getAddress().getAddress());
        return new Request(Method.of(exchange.getRequestMethod()), path, query == null ? "" : query,
                headers, NO_BYTES, clients.of(socket, headers), ids.of(headers));
    }
}
