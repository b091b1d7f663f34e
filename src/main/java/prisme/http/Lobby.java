package prisme.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Lets requests wait until they have come as a whole and there is a place for them. A waiting request costs the bytes
/// that have come and little more, so there is room for all slow clients, and they take no place from others.
/* If each request took one of the [Places] as soon as it begins to come, slow clients would have to be cut off in
 * favour of others; and if many of them came again at once, the server would do nothing else. Here only the memory of
 * all waiting requests is limited: when it is used up, those that have waited longest are cut off. A request that comes
 * at once, as nearly every one does, does not enter at all. */
final class Lobby {
    /// How much of a request has come.
    enum Presence {
        /// Nothing that can be read: its connection has ended.
        NOTHING,
        /// Its head. Those who read its body have to wait for the rest of that.
        HEAD,
        /// All of it.
        WHOLE
    }

    private static final System.Logger LOGGER = System.getLogger("prisme.http");

    private final long room;
    private final BiPredicate<Method, String> takesStreams;
    /// The requests that wait, the longest first, and how many bytes of memory each takes.
    private final Map<Inflow, Integer> waiting = new LinkedHashMap<>();
    private long taken;

    /// @param room         how many bytes of memory all waiting requests may take
    /// @param takesStreams whether the route of a method and path takes bodies as a stream
    Lobby(long room, BiPredicate<Method, String> takesStreams) {
        this.room = room;
        this.takesStreams = takesStreams;
    }

    /// Waits until the next request on a connection has come. Its memory is counted until it
    /// [leaves][#leave(ConnectionStreams)].
    ///
    /// @return how much of it has come; if nothing, reading from the connection finds its end
    Presence await(ConnectionStreams streams) {
        Presence presence = Presence.NOTHING;
        streams.out().begin();
        try {
            presence = awaitArrival(streams);
        } catch (IOException _) {
            streams.in().end();  // the client is gone, or took too long
        } catch (RuntimeException | Error thrown) {
            LOGGER.log(System.Logger.Level.ERROR, () -> "a request could not be received: " + OneLine.of(thrown));
            streams.in().end();
        } finally {
            if (presence == Presence.NOTHING) {
                leave(streams);
                streams.in().forget();
            }
        }
        return presence;
    }

    /// Lets a request out that is served now. If it was cut off meanwhile, reading from the connection finds its end.
    void leave(ConnectionStreams streams) {
        if (streams.in().hasWaited()) {
            forget(streams.in());
        }
        if (streams.in().isOver()) {
            streams.in().forget();
        }
    }

    /// How many requests wait.
    synchronized int waiting() {
        return waiting.size();
    }

    /// Cuts off the requests that have waited longest.
    ///
    /// @param most how many at most
    /// @return how many were cut off
    int cutOff(int most) {
        List<Inflow> longest = first(most);
        longest.forEach(Inflow::end);
        return longest.size();
    }

    private Presence awaitArrival(ConnectionStreams streams) throws IOException {
        Arrival arrival = new Arrival(streams.in(), takesStreams);
        while (true) {
            int room = streams.in().room();
            Arrival.State state = arrival.look();
            if (!(state instanceof Arrival.State.Coming)) {
                streams.out().answers(arrival.firstLine());
            }
            if (state instanceof Arrival.State.Here(boolean isWhole)) {
                if (streams.in().room() > room) {
                    enter(streams.in());  // its target took more memory once it was encoded
                }
                return isWhole ? Presence.WHOLE : Presence.HEAD;
            }
            if (state instanceof Arrival.State.Wrong(EarlyAnswer why)) {
                streams.out().end(why);
                streams.in().end();
                return Presence.NOTHING;
            }
            if (!readMore(streams.in())) {
                return Presence.NOTHING;
            }
        }
    }

    /* Nothing is counted before the first read, because most requests come as a whole with that. */
    private boolean readMore(Inflow in) throws IOException {
        if (in.held() > 0) {
            in.makeRoom();
            enter(in);
        }
        return in.readMore();
    }

    private void enter(Inflow in) {
        in.noteWaiting();
        count(in).forEach(Inflow::end);
    }

    /// Counts the memory of a request.
    ///
    /// @return those for which there is no room any more
    private synchronized List<Inflow> count(Inflow in) {
        Integer before = waiting.put(in, in.room());
        taken += in.room() - (before == null ? 0 : before);
        List<Inflow> tooMany = new ArrayList<>();
        while (taken > room && waiting.size() > 1) {
            tooMany.addAll(first(1));
        }
        return tooMany;
    }

    /* The connections are closed when this lock has been released. Until then nothing more is read from them: if a
     * request was served meanwhile, and its connection closed behind the answer, the JDK's server would count that
     * connection for ever. */
    private synchronized List<Inflow> first(int most) {
        List<Inflow> first = new ArrayList<>();
        Iterator<Map.Entry<Inflow, Integer>> entries = waiting.entrySet().iterator();
        while (first.size() < most && entries.hasNext()) {
            Map.Entry<Inflow, Integer> entry = entries.next();
            taken -= entry.getValue();
            entry.getKey().stop();
            first.add(entry.getKey());
            entries.remove();
        }
        return first;
    }

    private synchronized void forget(Inflow in) {
        Integer before = waiting.remove(in);
        taken -= before == null ? 0 : before;
    }
}
