package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends the server so that no client that kept to the rules loses an answer.
/* HttpServer.stop refuses new connections and returns as soon as no request is being answered, cutting those clients
 * that are just about to send their next one. So one exchange of our own is held open, while every other answer says
 * that it is the last one on its connection; when nobody has come for a while, the exchange ends and stop returns. It
 * also counts an exchange as open for ever whose handler once threw an exception; an interrupt spares us that wait. */
final class OrderlyStop {
    private static final Duration LISTENER_CLOSES = Duration.ofMillis(50);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final HttpServer server;
    private final Guard guard;
    private final Duration longest;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /// @param longest how long it may take while clients or handlers do not come to an end, in whole seconds
    OrderlyStop(HttpServer server, Guard guard, Duration longest) {
        this.server = server;
        this.guard = guard;
        this.longest = longest;
    }

    /// Stops the server, less than a second later than the longest time whatever clients and handlers do.
    ///
    /// @throws InterruptedException when the caller does not want to wait; the server stops all the same
    void run() throws InterruptedException {
        String path = "/" + UUID.randomUUID();
        server.createContext(path, this::hold);
        try (SelfCall call = SelfCall.to(server.getAddress())) {
            call.send(path);
            held.await(LISTENER_CLOSES.toMillis(), TimeUnit.MILLISECONDS);
            stopHoldingOn();
        } catch (IOException _) {
            stopHoldingOn();  // all connections are taken: some client may lose its answer, and nothing else
        }
    }

    private void hold(HttpExchange exchange) throws IOException {
        held.countDown();
        try {
            released.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void stopHoldingOn() throws InterruptedException {
        Thread stopper = Thread.ofPlatform().name("http-stop").start(() -> server.stop((int) longest.toSeconds()));
        try {
            Thread.sleep(LISTENER_CLOSES);
            guard.sayGoodbye();
            awaitQuiet();
        } finally {
            released.countDown();
            stopper.join(LAST_WORDS);
            stopper.interrupt();
        }
        stopper.join(LAST_WORDS);
    }

    /// Returns when nobody has come for a while and all are answered, or when it takes too long.
    private void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long seen = guard.arrived();
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos() && System.nanoTime() < end) {
            Thread.sleep(LOOK);
            if (guard.arrived() != seen || guard.inFlight() > 0) {
                seen = guard.arrived();
                since = System.nanoTime();
            }
        }
    }
}
