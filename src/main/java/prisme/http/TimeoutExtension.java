package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;

/// Puts off the time at which the JDK's server cuts a connection off, for as long as a long body gets on.
/* The JDK measures from the first byte of a request, and of an answer, however much is coming or going, which would cut
 * off every long import and export. Where its clocks cannot be set, see [JdkServer], long bodies have as little time as
 * any other. */
final class TimeoutExtension {
    private static final Optional<JdkServer.Clocks> CLOCKS = JdkServer.clocks();

    private final HttpExchange exchange;

    private TimeoutExtension(HttpExchange exchange) {
        this.exchange = exchange;
    }

    static TimeoutExtension of(HttpExchange exchange) {
        return new TimeoutExtension(exchange);
    }

    /// Another piece of the request has come.
    void requestGetsOn() {
        CLOCKS.ifPresent(clocks -> clocks.beginRequest(exchange));
    }

    /// Another piece of the answer was taken.
    void answerGetsOn() {
        CLOCKS.ifPresent(clocks -> clocks.beginAnswer(exchange));
    }
}
