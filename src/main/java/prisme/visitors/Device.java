package prisme.visitors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The live sessions of one visitor on one site, in the order in which they were created. Whoever reads or changes them
/// holds the device's monitor, also while a page view is being stored.
final class Device {
    /// Roughly what a device takes beside its sessions, in bytes.
    static final int WEIGHT = 200;

    private static final String ROOT = "/";

    private final List<Session> sessions = new ArrayList<>(1);
    /// Set once [Devices] has let go of it: whoever still holds it must ask again.
    private volatile boolean forgotten;
    private boolean mayHaveEarlier = true;

    Optional<Session> firstAt(String path) {
        return first(session -> session.isAt(path));
    }

    Optional<Session> find(Whereabouts where) {
        return switch (where) {
            case Whereabouts.At(String path) -> firstAt(path);
            case Whereabouts.AtOrRoot(String path) -> firstAt(path).or(() -> firstAt(ROOT));
            case Whereabouts.Anywhere() -> sessions.stream().max(Comparator.comparing(Session::latestAt));
        };
    }

    private Optional<Session> first(Predicate<Session> wanted) {
        for (Session session : sessions) {
            if (wanted.test(session)) {
                return Optional.of(session);
            }
        }
        return Optional.empty();
    }

    /// Adds a session and, beyond `most`, drops the oldest ones.
    void add(Session session, int most) {
        while (sessions.size() >= most) {
            sessions.removeFirst();
        }
        sessions.add(session);
    }

    /// Drops the sessions that had no page view since `time`.
    void dropIdleSince(Instant time) {
        sessions.removeIf(session -> session.isIdleSince(time));
    }

    /// Whether sessions that the same visitor had under other salts may still have to be taken over.
    boolean mayHaveEarlier() {
        return mayHaveEarlier;
    }

    /// Takes over the sessions that the same visitor had under other salts.
    void inherit(List<Session.State> earlier) {
        if (mayHaveEarlier) {
            mayHaveEarlier = false;
            sessions.addAll(0, earlier.stream().filter(state -> find(state).isEmpty()).map(Session::of).toList());
        }
    }

    /// Lets nobody use this device any more, and tells how far its sessions have come. They stay until it is
    /// [forgotten][#forget()].
    List<Session.State> handOver() {
        forgotten = true;
        notifyAll();
        return states();
    }

    List<Session.State> states() {
        return sessions.stream().map(Session::state).toList();
    }

    /// Takes up a session where it was before the server was started, or brings it there.
    void resume(Session.State state, int most) {
        Optional<Session> known = find(state);
        known.ifPresentOrElse(session -> session.catchUp(state), () -> add(Session.of(state), most));
    }

    private Optional<Session> find(Session.State state) {
        return first(session -> session.isOf(state.visit()));
    }

    int sessionCount() {
        return sessions.size();
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    boolean isForgotten() {
        return forgotten;
    }

    /// Ends this device. Who waits for a session on it wakes up.
    void forget() {
        forgotten = true;
        sessions.clear();
        notifyAll();
    }

    /// About how many bytes of memory this device holds.
    int weight() {
        int weight = WEIGHT;
        for (Session session : sessions) {
            weight += session.weight();
        }
        return weight;
    }
}
