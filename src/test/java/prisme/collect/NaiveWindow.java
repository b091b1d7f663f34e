package prisme.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prisme.ip.IpAddress;

/// The rule of a [SlidingWindow], implemented as simply as possible.
final class NaiveWindow {
    private final int events;
    private final long window;
    private final Map<IpAddress, List<Long>> admitted = new HashMap<>();

    /// @param window its length, in the unit of the times that [#waitingTime] is given
    NaiveWindow(int events, long window) {
        this.events = events;
        this.window = window;
    }

    /// How long the client has to wait; 0 if the request is admitted, which counts it.
    long waitingTime(IpAddress client, long now) {
        List<Long> times = admitted.computeIfAbsent(client.network(), _ -> new ArrayList<>());
        times.removeIf(time -> now - time >= window);
        if (times.size() < events) {
            times.add(now);
            return 0;
        }
        return times.getFirst() + window - now;
    }
}
