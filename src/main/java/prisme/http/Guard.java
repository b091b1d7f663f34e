package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
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
    private final Audience audience = new Audience();
    private final MovingQueue handlers;
    private final WaitingRoom coming;
    private final WaitingRoom going;
    private final Remainder remainder;
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
        this.handlers = new MovingQueue(limits.requestsInFlight());
        this.coming = new WaitingRoom(limits.requestsComing());
        this.going = new WaitingRoom(limits.answersGoing());
        this.remainder = new Remainder(limits.remainders(), () -> !saysGoodbye);
    }

    /// Runs what the JDK's server does for one request that is here; it comes to [#handle] on the way.
    ///
    /// @param isWhole whether nobody has to wait for any of it
    void serve(Runnable request, boolean isWhole) {
        if (!isWhole) {
            coming.enter();
        }
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

    /// Who is told of requests that come in.
    Audience audience() {
        return audience;
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
        InetSocketAddress client = exchange.getRemoteAddress();
        Begin begin = new Begin(System.nanoTime(), audience.of(client));
        RequestHeaders headers = RequestHeaders.of(exchange.getRequestHeaders());
        Router.Match match = router.match(head(exchange, client, headers));
        Optional<Response> refusal = Framing.refusal(exchange, headers, match.intake());
        if (refusal.isPresent()) {
            leaveThoseComing();
            observed(router.refuse(match, refusal.get()), begin,
                    (request, response) -> part(match.intake(), exchange, request, response));
            return;
        }
        long length = Framing.bodyLength(headers);
        switch (match.intake()) {
            case WHOLE -> {
                byte[] body = WholeBody.read(exchange.getRequestBody(), (int) length);
                leaveThoseComing();
                answer(length == 0 ? match : match.with(head -> head.withBody(body)), begin,
                        (request, response) -> send(exchange, request, response));
            }
            case STREAM -> {
                BodyStream body = new BodyStream(exchange.getRequestBody(), length,
                        TimeoutExtension.of(exchange)::requestGetsOn);
                leaveThoseComing();
                answer(match.with(head -> head.withStream(body)), begin,
                        (request, response) -> sendBehind(body, exchange, request, response));
            }
        }
    }

    private void leaveThoseComing() throws IOException {
        if (!coming.leave()) {
            throw new IOException("the request was so slow that it had to make room for others");
        }
    }

    private void answer(Router.Match match, Begin begin, Dispatch dispatch) throws IOException {
        if (!handlers.enter()) {
            observed(router.refuse(match, Share.overload()), begin, dispatch);
            return;
        }
        inFlight.incrementAndGet();
        try {
            observed(match, begin, dispatch);
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
            part(Route.Intake.STREAM, exchange, request, response);
        }
    }

    /// Sends an answer and ends the connection, on which an unread body stands.
    /* The rest is read behind the room of those who are slow to take their answer: whoever sends without a pause could
     * not be cut off there, and would keep the others in it. */
    private void part(Route.Intake intake, HttpExchange exchange, Request request, Response response)
            throws IOException {
        boolean isMore;
        going.enter();
        try {
            isMore = Farewell.send(exchange, request, response.with("Connection", "close"));
        } finally {
            going.leave();
        }
        if (isMore && intake == Route.Intake.STREAM) {
            remainder.discard(exchange.getRequestBody());
        }
        exchange.getResponseBody().close();
    }

    private void send(HttpExchange exchange, Request request, Response response) throws IOException {
        going.enter();
        KeptConnections connections = kept;
        boolean isKept = !saysGoodbye && !asksToClose(exchange, request, response) && connections.haveRoom();
        try {
            if (!isKept) {
                exchange.getResponseHeaders().remove("Keep-Alive");
            }
            Delivery.send(exchange, request, isKept ? response : response.with("Connection", "close"));
            exchange.getResponseBody().close();
        } finally {
            going.leave();
            if (isKept) {
                connections.answered();
            }
        }
    }

    /* The JDK's server sees that only where the header says nothing else, but it is a list (RFC 9110, 7.6.1). With
     * HTTP/1.0 it keeps a connection for other words than keep-alive, too, and promises to keep it where the end of the
     * body can be seen by nothing but its end. */
    private static boolean asksToClose(HttpExchange exchange, Request request, Response response) {
        if (exchange.getProtocol().equals("HTTP/1.0")) {
            List<String> lines = request.headers("Connection");
            boolean isAsked = lines.size() == 1 && lines.getFirst().equalsIgnoreCase("keep-alive");
            return !isAsked || response.body() instanceof Body.Stream;
        }
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

    /// When a request's headers had come, and who is told of it.
    private record Begin(long nanos, Observer told) {}

    private void observed(Router.Match match, Begin begin, Dispatch dispatch) throws IOException {
        begin.told.began(match.pattern(), match.request().method());
        Response response = base.before(match.answer());
        String error = response.problem().map(Problem::detail).orElse("");
        try {
            dispatch.send(match.request(), response);
        } catch (IOException | RuntimeException | Error e) {
            error = error.isEmpty() ? "the answer was cut off: " + reason(e) : error;
            throw e;
        } finally {
            begin.told.ended(new Observer.Answered(match.request(), match.pattern(), response.status(),
                    System.nanoTime() - begin.nanos, error));
        }
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    private Request head(HttpExchange exchange, InetSocketAddress client, RequestHeaders headers) {
        var target = exchange.getRequestURI();
        String path = target.getRawPath() == null ? "" : base.within(target.getRawPath());
        String query = target.getRawQuery();
        IpAddress socket = IpAddress.ofBytes(client.getAddress().getAddress());
        return new Request(Method.of(exchange.getRequestMethod()), path, query == null ? "" : query,
                headers, NO_BYTES, clients.of(socket, headers), ids.of(headers));
    }
}
