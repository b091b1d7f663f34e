package prisme.http;

import java.util.Optional;

/// Lets requests in to be served: each when it is here as a whole, it is its turn, and there is a place for it.
final class Gate {
    private final Guard guard;
    private final Lobby lobby;
    private final Places places;
    private final Pipelined pipelined;
    private volatile Laying laying = _ -> Optional.empty();

    /// Finds the streams of the connection on which a request begins to come.
    interface Laying {
        /// @param exchange what the JDK's server wants to have run for it
        /// @return empty where the connection stays as the JDK's server makes it
        Optional<ConnectionStreams> streamsOf(Runnable exchange);
    }

    /// @param guard  serves them
    /// @param limits how many requests may have a place, and how many bytes may wait for one
    Gate(Guard guard, ServerLimits limits) {
        this(guard, limits, new Pipelined());
    }

    /// @param pipelined for requests that come before the answer to the one before
    Gate(Guard guard, ServerLimits limits, Pipelined pipelined) {
        this.guard = guard;
        this.pipelined = pipelined;
        this.lobby = new Lobby(limits.bytesComing(), guard::takesStreams);
        this.places = new Places(limits.places(), guard::makeWay);
    }

    /// From now on requests on connections with streams of ours are awaited before they are read.
    void lay(Laying other) {
        laying = other;
    }

    /// Runs what the JDK's server does for one request.
    void receive(Runnable request) {
        Optional<ConnectionStreams> streams = laying.streamsOf(request);
        boolean isPipelined = streams.isPresent() && streams.get().in().held() > 0;
        Lobby.Presence presence = streams.map(lobby::await).orElse(Lobby.Presence.BEGIN);
        if (presence == Lobby.Presence.NOTHING) {
            request.run();  // finds the end of the connection, and forgets it
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
            ScopedValue.where(MovingQueue.SINCE, since).run(() -> guard.serve(request, presence == Lobby.Presence.WHOLE));
        } finally {
            places.release();
        }
    }

    /// Cuts off those whose requests have been coming for longest.
    ///
    /// @return how many of so many there were
    int cutOff(int most) {
        return lobby.cutOff(most);
    }
}
