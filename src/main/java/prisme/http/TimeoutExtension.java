package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;

/// Keeps the JDK's server from cutting off a long body that makes progress.
/* The JDK's server measures from the first byte of a request, or of an answer, however much is still being sent. So it
 * would cut off every long import and export. Where its clocks cannot be set, see [JdkServer], long bodies have no more
 * time than any other. */
final class TimeoutExtension {
    private static final Optional<JdkServer.Clocks> CLOCKS = JdkServer.clocks();

    private final HttpExchange exchange;

    private TimeoutExtension(HttpExchange exchange) {
        this.exchange = exchange;
    }

    static TimeoutExtension of(HttpExchange exchange) {
        return new TimeoutExtension(exchange);
    }

    /// Another piece of the request has come: its time begins anew.
    void extendRequest() {
        CLOCKS.ifPresent(clocks -> clocks.beginRequest(exchange));
    }

    /// Another piece of the answer has been taken: its time begins anew.
    void extendAnswer() {
        CLOCKS.ifPresent(clocks -> clocks.beginAnswer(exchange));
    }
}
