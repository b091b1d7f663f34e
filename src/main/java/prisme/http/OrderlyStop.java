package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stops the server in such a way that no client that keeps to the rules loses an answer.
/* HttpServer.stop refuses new connections and returns as soon as no request is being answered, which cuts off clients
 * that are just about to send their next one. So a request of our own is kept unanswered, while every other answer says
 * that it is the last one on its connection. When no request has come for a while, our own is answered, and stop
 * returns. It would also wait for every exchange whose handler has ever thrown an exception, since it counts these as
 * open; an interrupt ends that. */
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

    /// @param longest how long to wait for clients and handlers that do not come to an end, in whole seconds
    OrderlyStop(HttpServer server, Guard guard, Duration longest) {
        this.server = server;
        this.guard = guard;
        this.longest = longest;
    }

    /// Stops the server. Whatever clients and handlers do, that takes less than a second more than the longest wait.
    ///
    /// @throws InterruptedException when the caller is interrupted; the server stops all the same
    void run() throws InterruptedException {
        String path = "/" + UUID.randomUUID();
        server.createContext(path, this::hold);
        try (SelfCall call = SelfCall.to(server.getAddress())) {
            call.send(path);
            held.await(LISTENER_CLOSES.toMillis(), TimeUnit.MILLISECONDS);
            stopWhileHeld();
        } catch (IOException _) {
            stopWhileHeld();  // no connection was left for our own request: at worst a client loses its answer
        }
    }

    /// Answers our own request when it is released.
    private void hold(HttpExchange exchange) throws IOException {
        held.countDown();
        try {
            released.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void stopWhileHeld() throws InterruptedException {
        Thread stopper = Thread.ofPlatform().name("http-stop").start(() -> server.stop((int) longest.toSeconds()));
        try {
            Thread.sleep(LISTENER_CLOSES);
            guard.stopKeepingConnections();
            awaitQuiet();
        } finally {
            released.countDown();
            stopper.join(LAST_WORDS);
            stopper.interrupt();
        }
        stopper.join(LAST_WORDS);
    }

    /// Returns when no request has come for a while and all are answered, or when that takes too long.
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
