package prisme.http;

import java.util.Optional;

/// Lets requests in to be served: each when it has come as a whole, it is its turn, and there is a place for it.
final class Gate {
    private final Guard guard;
    private final Lobby lobby;
    private final Places places;
    private final Pipelined pipelined;
    private volatile StreamSource source = _ -> Optional.empty();

    /// Finds the streams of the connection on which a request begins to come.
    interface StreamSource {
        /// @param exchange the task that the JDK's server has an executor run for the request
        /// @return empty if the connection has the streams of the JDK's server
        Optional<ConnectionStreams> streamsOf(Runnable exchange);
    }

    /// @param guard  serves them
    /// @param limits how many requests may have a place, and how many bytes may wait for one
    Gate(Guard guard, ServerLimits limits) {
        this(guard, limits, new Pipelined());
    }

    /// @param pipelined gives turns to requests that come before the previous one is answered
    Gate(Guard guard, ServerLimits limits, Pipelined pipelined) {
        this.guard = guard;
        this.pipelined = pipelined;
        this.lobby = new Lobby(limits.bytesComing(), guard::takesStreams);
        this.places = new Places(limits.places(), guard::makeWay);
    }

    /// From now on requests on connections with streams from this source are waited for before they are read.
    void use(StreamSource other) {
        source = other;
    }

    /// Runs the task of the JDK's server for one request, when it may be served.
    void receive(Runnable request) {
        Optional<ConnectionStreams> streams = source.streamsOf(request);
        boolean isPipelined = streams.isPresent() && streams.get().in().held() > 0;
        /* With the JDK's streams it is not known how much has come. */
        Lobby.Presence presence = streams.map(lobby::await).orElse(Lobby.Presence.HEAD);
        if (presence == Lobby.Presence.NOTHING) {
            request.run();  // finds the end of the connection, and lets the JDK's server forget it
            return;
        }
        long since = System.nanoTime();
        if (isPipelined) {
            pipelined.run(() -> admit(request, streams, presence, since));
        } else {
            admit(request, streams, presence, since);
        }
    }

    private void admit(Runnable request, Optional<ConnectionStreams> streams, Lobby.Presence presence, long since) {
        places.take();
        try {
            streams.ifPresent(lobby::leave);
            ScopedValue.where(MovingQueue.SINCE, since).run(() -> serve(request, presence));
        } finally {
            places.release();
        }
    }

    private void serve(Runnable request, Lobby.Presence presence) {
        if (presence == Lobby.Presence.WHOLE) {
            request.run();
        } else {
            guard.serveIncoming(request);
        }
    }

    /// Cuts off those whose requests have been coming for longest.
    ///
    /// @param most how many at most
    /// @return how many were cut off
    int cutOff(int most) {
        return lobby.cutOff(most);
    }
}
