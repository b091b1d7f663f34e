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

/// The handler that the JDK's server calls for every request. It sees to it that each gets exactly one answer, or that
/// its connection is closed.
/* When a handler throws an exception, the JDK's server closes the connection without an answer; when it throws an error
 * or does not answer, the connection stays open for ever. So here everything is caught, and an exception is thrown only
 * to close the connection: when the client is gone, or when a body could not be read, so that its rest would be taken
 * for the next request. */
final class Guard implements HttpHandler {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");
    private static final byte[] NO_BYTES = {};

    private final Router router;
    private final ClientAddress clients;
    private final RequestId ids;
    private final BasePath base;
    private final Audience audience = new Audience();
    private final MovingQueue handlers;
    private final WaitingRoom incoming;
    private final WaitingRoom outgoing;
    private final Remainder remainder;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private volatile KeptConnections kept = new KeptConnections(List.of(), Integer.MAX_VALUE, System::nanoTime);
    private volatile boolean isStopping;

    /// @param trust  whether proxies are trusted
    /// @param base   the path under which a proxy publishes the server
    /// @param limits how many requests handlers may answer at once (others are answered 503), and how many clients may
    ///               be waited for
    Guard(Router router, ProxyTrust trust, BasePath base, ServerLimits limits) {
        this.router = router;
        this.clients = new ClientAddress(trust);
        this.ids = new RequestId(trust);
        this.base = base;
        this.handlers = new MovingQueue(limits.requestsInFlight());
        this.incoming = new WaitingRoom(limits.requestsComing());
        this.outgoing = new WaitingRoom(limits.answersGoing());
        this.remainder = new Remainder(limits.remainders(), () -> !isStopping);
    }

    /// Runs the task of the JDK's server for a request of which something is still to come. That calls [#handle].
    void serveIncoming(Runnable request) {
        incoming.enter();
        try {
            request.run();
        } finally {
            incoming.leave();
        }
    }

    /// Cuts off a client that has been waited for at least this long, for its request or to take its answer, if there
    /// is one.
    void makeWay(Duration least) {
        outgoing.makeWay(least);
        incoming.makeWay(least);
    }

    /// Whether the route of this method and path takes bodies as a stream.
    ///
    /// @param path as it was sent, with or without the base path
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
    void stopKeepingConnections() {
        isStopping = true;
    }

    /// From now on a connection is kept only if these have room for it.
    void keep(KeptConnections connections) {
        kept = connections;
    }

    /// Knows who is told of requests.
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
        Observation observation = new Observation(System.nanoTime(), audience.of(client));
        RequestHeaders headers = RequestHeaders.of(exchange.getRequestHeaders());
        Router.Match match = router.match(head(exchange, client, headers));
        Optional<Response> refusal = Framing.refusal(exchange, headers, match.intake());
        if (refusal.isPresent()) {
            leaveIncoming();
            observed(router.refuse(match, refusal.get()), observation,
                    (request, response) -> sendAndClose(match.intake(), exchange, request, response));
            return;
        }
        long length = Framing.bodyLength(headers);
        switch (match.intake()) {
            case WHOLE -> answerWhole(match, exchange, (int) length, observation);
            case STREAM -> answerStream(match, exchange, length, observation);
        }
    }

    private void answerWhole(Router.Match match, HttpExchange exchange, int length, Observation observation)
            throws IOException {
        byte[] body = WholeBody.read(exchange.getRequestBody(), length);
        leaveIncoming();
        TimeoutExtension.of(exchange).putOffAnswer();
        answer(length == 0 ? match : match.with(head -> head.withBody(body)), observation,
                (request, response) -> send(exchange, request, response));
    }

    private void answerStream(Router.Match match, HttpExchange exchange, long length, Observation observation)
            throws IOException {
        BodyStream body = new BodyStream(exchange.getRequestBody(), length,
                TimeoutExtension.of(exchange)::extendRequest);
        leaveIncoming();
        answer(match.with(head -> head.withStream(body)), observation,
                (request, response) -> sendAfter(body, exchange, request, response));
    }

    /// Leaves the room for incoming requests, if this thread has entered it.
    ///
    /// @throws IOException when it was cut off there
    private void leaveIncoming() throws IOException {
        if (!incoming.leave()) {
            throw new IOException("the request was so slow that it had to make room for others");
        }
    }

    private void answer(Router.Match match, Observation observation, Dispatch dispatch) throws IOException {
        if (!handlers.enter()) {
            observed(router.refuse(match, Share.overload()), observation, dispatch);
            return;
        }
        inFlight.incrementAndGet();
        try {
            observed(match, observation, dispatch);
        } finally {
            inFlight.decrementAndGet();
            handlers.leave();
        }
    }

    /// Sends the answer to a request whose handler has read as much of the body as it wanted.
    private void sendAfter(BodyStream body, HttpExchange exchange, Request request, Response response)
            throws IOException {
        body.requireUnbroken();
        if (body.isAtEnd()) {
            send(exchange, request, response);
        } else {
            sendAndClose(Route.Intake.STREAM, exchange, request, response);
        }
    }

    /// Sends an answer and closes the connection, because the body was not read to its end.
    /* The rest of the body is read only when the thread has left the room for outgoing answers: a client that sends
     * without a pause could not be cut off there, and others would be cut off instead. */
    private void sendAndClose(Route.Intake intake, HttpExchange exchange, Request request, Response response)
            throws IOException {
        boolean isMore;
        outgoing.enter();
        try {
            isMore = ClosingAnswer.send(exchange, request, response.with("Connection", "close"));
        } finally {
            outgoing.leave();
        }
        if (isMore && intake == Route.Intake.STREAM) {
            remainder.discard(exchange.getRequestBody());
        }
        exchange.getResponseBody().close();
    }

    private void send(HttpExchange exchange, Request request, Response response) throws IOException {
        outgoing.enter();
        KeptConnections connections = kept;
        boolean isKept = !isStopping && !asksToClose(exchange, request, response) && connections.haveRoom();
        try {
            if (!isKept) {
                exchange.getResponseHeaders().remove("Keep-Alive");
            }
            Delivery.send(exchange, request, isKept ? response : response.with("Connection", "close"));
            exchange.getResponseBody().close();
        } finally {
            outgoing.leave();
            if (isKept) {
                connections.answered();
            }
        }
    }

    /* The JDK's server understands `close` only if it is all that the header says, but the header is a list (RFC 9110,
     * 7.6.1). With HTTP/1.0 it keeps a connection for other words than keep-alive, too, and promises to keep it even if
     * only its end shows where the body ends. */
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

    /// Sends an answer to a request.
    private interface Dispatch {
        void send(Request request, Response response) throws IOException;
    }

    /// When a request's headers had come, as [System#nanoTime()] has it, and who is told of it.
    private record Observation(long since, Observer observer) {}

    /// Makes the answer, sends it, and tells the observer of both.
    private void observed(Router.Match match, Observation observation, Dispatch dispatch) throws IOException {
        observation.observer.began(match.pattern(), match.request().method());
        Response response = base.before(match.answer());
        String error = response.problem().map(Problem::detail).orElse("");
        try {
            dispatch.send(match.request(), response);
        } catch (IOException | RuntimeException | Error e) {
            error = error.isEmpty() ? "the answer was cut off: " + reason(e) : error;
            throw e;
        } finally {
            observation.observer.ended(new Observer.Answered(match.request(), match.pattern(), response.status(),
                    System.nanoTime() - observation.since, error));
        }
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    /// The request without its body.
    private Request head(HttpExchange exchange, InetSocketAddress client, RequestHeaders headers) {
        var target = exchange.getRequestURI();
        String path = target.getRawPath() == null ? "" : base.within(target.getRawPath());
        String query = target.getRawQuery();
        IpAddress socket = IpAddress.ofBytes(client.getAddress().getAddress());
        return new Request(Method.of(exchange.getRequestMethod()), path, query == null ? "" : query,
                headers, NO_BYTES, clients.of(socket, headers), ids.of(headers));
    }
}
