package prisme.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Where requests wait until they are here as a whole. To wait costs the bytes that have come and little more, so there
/// is room for all clients that are slow; those who serve requests see none of them.
/* Were there a place among the served for each request that has begun to come, slow clients would have to be cut
 * off for the sake of others, and with many who come again at once the server would do nothing else. Here only the
 * memory that all of them take is bounded: when it is used up, who has been in longest is cut off. What is here at
 * once, as nearly every request is, does not even enter. */
final class Lobby {
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

    /// Waits until the next request on a connection is here.
    ///
    /// @return whether it is; else the connection has ended
    boolean await(Line line) {
        Inflow in = line.in();
        line.out().begin();
        Arrival arrival = new Arrival(in, takesStreams);
        try {
            while (true) {
                switch (in.held() == 0 ? new Arrival.State.Coming() : arrival.look()) {
                    case Arrival.State.Here() -> { return true; }
                    case Arrival.State.Wrong(LastWord why) -> {
                        line.out().end(why);
                        in.end();
                        return false;
                    }
                    case Arrival.State.Coming() -> {
                        if (!more(in)) {
                            return false;
                        }
                    }
                }
            }
        } catch (IOException _) {
            in.end();  // the client is gone, or took too long
            return false;
        } finally {
            leave(in);
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

    /* Most requests are here with the first bytes that are read. */
    private boolean more(Inflow in) throws IOException {
        if (in.held() > 0) {
            enter(in).forEach(Inflow::end);
        }
        return in.more();
    }

    private synchronized List<Inflow> enter(Inflow in) {
        Integer before = waiting.put(in, in.room());
        taken += in.room() - (before == null ? 0 : before);
        return taken > room && waiting.size() > 1 ? first(1) : List.of();
    }

    private synchronized List<Inflow> first(int most) {
        List<Inflow> first = new ArrayList<>();
        Iterator<Map.Entry<Inflow, Integer>> entries = waiting.entrySet().iterator();
        while (first.size() < most && entries.hasNext()) {
            Map.Entry<Inflow, Integer> entry = entries.next();
            taken -= entry.getValue();
            first.add(entry.getKey());
            entries.remove();
        }
        return first;
    }

    private synchronized void leave(Inflow in) {
        Integer before = waiting.remove(in);
        taken -= before == null ? 0 : before;
    }
}
