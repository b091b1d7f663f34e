package prisme.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Where requests wait until they are here as a whole and there is a place for them. To wait costs the bytes that have
/// come and little more, so there is room for all clients that are slow; those who serve requests see none of them.
/* Were there a place among the served for each request that has begun to come, slow clients would have to be cut
 * off for the sake of others, and with many who come again at once the server would do nothing else. Here only the
 * memory that all of them take is bounded: when it is used up, who has been in longest is cut off. What is here at
 * once, as nearly every request is, does not even enter. */
final class Lobby {
    /// How much of a request is here.
    enum Presence {
        /// Its connection has ended.
        NOTHING,
        /// Its head, and not all of its body, which is waited for by those who read it.
        BEGIN,
        /// All of it.
        WHOLE
    }

    private static final System.Logger LOGGER = System.getLogger("prisme.http");

    private final long room;
    private final BiPredicate<Method, String> takesStreams;
    /// Who waits, the longest first, and how many bytes of memory each takes.
    private final Map<Inflow, Integer> waiting = new LinkedHashMap<>();
    private long taken;

    /// @param room         how many bytes all may take that wait
    /// @param takesStreams whether a body is read as it comes, by the request's method and path
    Lobby(long room, BiPredicate<Method, String> takesStreams) {
        this.room = room;
        this.takesStreams = takesStreams;
    }

    /// Waits until the next request on a connection is here. Its memory counts until it
    /// [leaves][#leave(ConnectionStreams)].
    ///
    /// @return how much of it is; where nothing, the connection has ended, and who reads from it finds but that
    Presence await(ConnectionStreams streams) {
        Presence presence = Presence.NOTHING;
        streams.out().begin();
        try {
            presence = comes(streams);
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

    /// Lets a request out that is served now. Of one that was cut off meanwhile only the end is there to be read.
    void leave(ConnectionStreams streams) {
        if (streams.in().hasWaited()) {
            forget(streams.in());
        }
        if (streams.in().isOver()) {
            streams.in().forget();
        }
    }

    /// How many wait.
    synchronized int waiting() {
        return waiting.size();
    }

    /// Cuts off those who have been in longest.
    ///
    /// @return how many of so many there were
    int cutOff(int most) {
        List<Inflow> longest = first(most);
        longest.forEach(Inflow::end);
        return longest.size();
    }

    private Presence comes(ConnectionStreams streams) throws IOException {
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
                return isWhole ? Presence.WHOLE : Presence.BEGIN;
            }
            if (state instanceof Arrival.State.Wrong(LastWord why)) {
                streams.out().end(why);
                streams.in().end();
                return Presence.NOTHING;
            }
            if (!more(streams.in())) {
                return Presence.NOTHING;
            }
        }
    }

    /* Most requests are here with the first bytes that are read. */
    private boolean more(Inflow in) throws IOException {
        if (in.held() > 0) {
            in.makeRoom();
            enter(in);
        }
        return in.more();
    }

    private void enter(Inflow in) {
        in.waits();
        count(in).forEach(Inflow::end);
    }

    /// @return those for whom there is no room any more
    private synchronized List<Inflow> count(Inflow in) {
        Integer before = waiting.put(in, in.room());
        taken += in.room() - (before == null ? 0 : before);
        List<Inflow> tooMany = new ArrayList<>();
        while (taken > room && waiting.size() > 1) {
            tooMany.addAll(first(1));
        }
        return tooMany;
    }

    /* The connections are closed when this lock is free again. Until then nothing more is read from them: were a
     * request served meanwhile, and its connection closed behind its answer, the JDK's server would count that for
     * ever. */
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
