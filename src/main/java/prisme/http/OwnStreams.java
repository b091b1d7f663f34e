package prisme.http;

import com.sun.net.httpserver.HttpContext;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Has the JDK's server use our own streams for its connections, before it reads anything from them.
/* The JDK's server makes streams for a connection at its first request, and uses them for all others. So each new
 * connection is given ours as if it had served a request before. Where that is not possible, see [JdkServer],
 * connections have the JDK's streams: slow clients cost more memory then, and some answers are the JDK's. */
final class OwnStreams {
    private static final Optional<JdkServer.Streams> STREAMS = JdkServer.streams();

    private final HttpContext context;
    private final Duration spread;
    private final Audience audience;

    /// @param context  any context of the server
    /// @param spread   how much less time some requests have than others, at random. Slow clients that came at the same
    ///                 time, and come again as soon as they are cut off, would otherwise keep coming at the same time
    /// @param audience is told of what is refused before any handler sees it
    OwnStreams(HttpContext context, Duration spread, Audience audience) {
        this.context = context;
        this.spread = spread;
        this.audience = audience;
    }

    /// Whether connections can have streams of ours.
    static boolean areOurs() {
        return STREAMS.isPresent();
    }

    /// The streams of the connection on which a request begins to come; empty if they are the JDK's, as a connection
    /// keeps the streams with which it began.
    ///
    /// @param exchange the task that the JDK's server has an executor run for the request
    Optional<ConnectionStreams> of(Runnable exchange) {
        return STREAMS.filter(jdk -> jdk.leadFrom(exchange)).flatMap(jdk -> streams(jdk, exchange));
    }

    private Optional<ConnectionStreams> streams(JdkServer.Streams jdk, Runnable exchange) {
        Object connection = jdk.connectionOf(exchange);
        jdk.shorten(connection, ThreadLocalRandom.current().nextLong(spread.toMillis() + 1));
        Optional<InputStream> in = jdk.inOf(connection);
        if (in.isEmpty()) {
            return Optional.of(install(jdk, connection));
        }
        return in.get() instanceof Inflow inflow
                ? Optional.of(new ConnectionStreams(inflow, (Outflow) jdk.outOf(connection)))
                : Optional.empty();  // the JDK's stream may hold the beginning of the request already
    }

    private ConnectionStreams install(JdkServer.Streams jdk, Object connection) {
        SocketChannel channel = jdk.channelOf(connection);
        ConnectionStreams streams = new ConnectionStreams(new Inflow(channel), new Outflow(channel, audience));
        jdk.install(connection, context, streams.in(), streams.out());
        return streams;
    }
}
