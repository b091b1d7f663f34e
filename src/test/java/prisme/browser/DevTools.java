package prisme.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import prisme.json.JsonWriter;

/// A connection that speaks the [Chrome DevTools Protocol](https://chromedevtools.github.io/devtools-protocol/): calls
/// go out with a number and come back with it, and events come by themselves. One connection serves all pages; the
/// browser itself is the session with the empty name.
final class DevTools implements AutoCloseable, WebSocket.Listener {
    static final String BROWSER = "";

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<Reply>> unanswered = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, Reply>> listeners = new ConcurrentHashMap<>();
    private final StringBuilder received = new StringBuilder();

    DevTools(URI endpoint) {
        socket = client.newWebSocketBuilder().buildAsync(endpoint, this).join();
    }

    /// Calls a method and waits for its result.
    ///
    /// @throws AssertionError when the browser refuses, is gone or does not answer in time
    Reply call(String session, String method, Consumer<JsonWriter> parameters) {
        long number = numbers.incrementAndGet();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        unanswered.put(number, answer);
        send(message(number, session, method, parameters));
        return result(method, await(method, answer));
    }

    /// Passes the events of a session, each with its name, to the listener, which must not call back.
    void listen(String session, BiConsumer<String, Reply> listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    @Override public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        received.append(part);
        if (last) {
            String message = received.toString();
            received.setLength(0);
            dispatch(Reply.parse(message));
        }
        from.request(1);
        return null;  // the JDK's way to say that the part may be reused
    }

    @Override public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        failAll("the browser has closed the connection");
        return null;
    }

    @Override public void onError(WebSocket from, Throwable error) {
        failAll("the connection to the browser broke: " + error);
    }

    @Override public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private static String message(long number, String session, String method, Consumer<JsonWriter> parameters) {
        JsonWriter json = new JsonWriter();
        json.beginObject().member("id", number).member("method", method);
        if (!session.equals(BROWSER)) {
            json.member("sessionId", session);
        }
        json.name("params").beginObject();
        parameters.accept(json);
        return json.endObject().endObject().toString();
    }

    /* A WebSocket takes one text at a time. */
    private synchronized void send(String message) {
        socket.sendText(message, true).join();
    }

    private static Reply await(String method, CompletableFuture<Reply> answer) {
        try {
            return answer.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the browser does not answer " + method, e);
        } catch (ExecutionException e) {
            throw new AssertionError(method + ": " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted in " + method, e);
        }
    }

    private static Reply result(String method, Reply answer) {
        Optional<String> refusal = answer.map("error", error -> error.string("message"));
        if (refusal.isPresent()) {
            throw new AssertionError(method + ": " + refusal.get());
        }
        return answer.object("result");
    }

    private void dispatch(Reply message) {
        if (message.has("id")) {
            Optional.ofNullable(unanswered.remove(message.wholeNumber("id"))).ifPresent(it -> it.complete(message));
        } else {
            String session = message.has("sessionId") ? message.string("sessionId") : BROWSER;
            Optional.ofNullable(listeners.get(session))
                    .ifPresent(it -> it.accept(message.string("method"), message.object("params")));
        }
    }

    private void failAll(String why) {
        unanswered.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException(why)));
    }
}
