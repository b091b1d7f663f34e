package prisme.stats;

import prisme.columns.Part;
import prisme.event.SessionId;

/// When sessions began, which is part of their ids.
final class Starts {
    private static final int MILLIS_PER_SECOND = 1000;

    private Starts() {}

    /// The second, since 1970, in which the session with these most significant bits of its id began.
    static long second(long idHigh) {
        return SessionId.start(idHigh) / MILLIS_PER_SECOND;
    }

    /// Reads the starts of sessions.
    ///
    /// @param low room for as many numbers; their values mean nothing afterwards
    static void read(Part part, int from, int count, long[] into, long[] low) {
        part.sessionIds(from, count, into, low);
        for (int i = 0; i < count; i++) {
            into[i] = second(into[i]);
        }
    }
}
