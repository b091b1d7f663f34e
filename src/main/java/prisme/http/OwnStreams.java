package prisme.http;

import com.sun.net.httpserver.HttpContext;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Puts streams of ours under the connections of the JDK's server, before it reads anything from them.
/* A connection that has served a request before already has its streams, and the JDK's server takes those. So each
 * new one is told ours as if it had. Where that cannot be, see [JdkServer], connections stay as the JDK makes them:
 * slow clients cost more then, and some answers are the JDK's. */
final class OwnStreams {
    private static final Optional<JdkServer.Streams> STREAMS = JdkServer.streams();

    private final HttpContext context;
    private final Duration spread;
    private final Audience audience;

    /// @param context any of the server's
    /// @param spread  how much less time some requests have than others. Slow clients that came together and come again
    ///                at once when they are cut off would else come together again
    /// @param audience hears of what is refused before it is a request
    OwnStreams(HttpContext context, Duration spread, Audience audience) {
        this.context = context;
        this.spread = spread;
        this.audience = audience;
    }

    /// Whether connections can have streams of ours.
    static boolean areOurs() {
        return STREAMS.isPresent();
    }

    /// Those of the connection on which a request begins to come. One keeps the streams with which it began.
    ///
    /// @param exchange what the JDK's server wants to have run for it
    Optional<ConnectionStreams> of(Runnable exchange) {
        return STREAMS.filter(jdk -> jdk.leadFrom(exchange)).flatMap(jdk -> streams(jdk, exchange));
    }

    private Optional<ConnectionStreams> streams(JdkServer.Streams jdk, Runnable exchange) {
        Object connection = jdk.connectionOf(exchange);
        jdk.shorten(connection, ThreadLocalRandom.current().nextLong(spread.toMillis() + 1));
        Optional<InputStream> in = jdk.inOf(connection);
        if (in.isEmpty()) {
            return Optional.of(lay(jdk, connection));
        }
        return in.get() instanceof Inflow inflow
                ? Optional.of(new ConnectionStreams(inflow, (Outflow) jdk.outOf(connection)))
                : Optional.empty();  // the JDK's may hold the begin of the next request
    }

    private ConnectionStreams lay(JdkServer.Streams jdk, Object connection) {
        SocketChannel channel = jdk.channelOf(connection);
        ConnectionStreams streams = new ConnectionStreams(new Inflow(channel), new Outflow(channel, audience));
        jdk.lay(connection, context, streams.in(), streams.out());
        return streams;
    }
}
