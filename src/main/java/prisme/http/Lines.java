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
final class Lines {
    private static final Optional<JdkServer.Streams> STREAMS = JdkServer.streams();

    private final HttpContext context;
    private final Duration spread;

    /// @param context any of the server's
    /// @param spread  how much less time some requests have than others. Slow clients that came together and come again
    ///                at once when they are cut off would else come together again
    Lines(HttpContext context, Duration spread) {
        this.context = context;
        this.spread = spread;
    }

    /// Whether connections can have streams of ours.
    static boolean areOurs() {
        return STREAMS.isPresent();
    }

    /// Those of the connection on which a request begins to come. One keeps the streams with which it began.
    ///
    /// @param exchange what the JDK's server wants to have run for it
    Optional<Line> of(Runnable exchange) {
        return STREAMS.filter(streams -> streams.leadFrom(exchange)).flatMap(streams -> line(streams, exchange));
    }

    private Optional<Line> line(JdkServer.Streams streams, Runnable exchange) {
        Object connection = streams.connectionOf(exchange);
        streams.shorten(connection, ThreadLocalRandom.current().nextLong(spread.toMillis() + 1));
        Optional<InputStream> in = streams.inOf(connection);
        if (in.isEmpty()) {
            return Optional.of(lay(streams, connection));
        }
        return in.get() instanceof Inflow inflow
                ? Optional.of(new Line(inflow, (Outflow) streams.outOf(connection)))
                : Optional.empty();  // the JDK's may hold the begin of the next request
    }

    private Line lay(JdkServer.Streams streams, Object connection) {
        SocketChannel channel = streams.channelOf(connection);
        Line line = new Line(new Inflow(channel), new Outflow(channel));
        streams.lay(connection, context, line.in(), line.out());
        return line;
    }
}
