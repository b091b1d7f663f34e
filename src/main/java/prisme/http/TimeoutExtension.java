package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.Optional;

/// Keeps the JDK's server from cutting off a long body that makes progress, and an answer that is still being made.
/* The JDK's server measures from the first byte of a request, or from its last byte to the last of the answer, whatever
 * takes the time. So it would cut off every long import and export, and answers that take long to compute, of which the
 * client would not even see the status. Where its clocks cannot be set, see [JdkServer], these have no more time than
 * any other. */
final class TimeoutExtension {
    /// How long an answer may be in the making. It is there so that nothing stays for ever.
    private static final Duration LONGEST_MAKING = Duration.ofMinutes(10);

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

    /// The request is here as a whole: its answer is made now, and its time begins when it is there.
    void putOffAnswer() {
        CLOCKS.ifPresent(clocks -> clocks.beginAnswer(exchange, LONGEST_MAKING));
    }

    /// The answer is there, or another piece of it has been taken: its time begins anew.
    void extendAnswer() {
        CLOCKS.ifPresent(clocks -> clocks.beginAnswer(exchange, Duration.ZERO));
    }
}
