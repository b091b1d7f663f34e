package prisme.visitors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The live sessions of one visitor on one site, in the order in which they were created. Guarded by the device's
/// monitor, which is also held while a page view is being stored.
final class Device {
    private static final String ROOT = "/";

    private final List<Session> sessions;
    private boolean mayHaveEarlier;

    /// A device that has not been seen under today's salt.
    Device() {
        this(List.of(), true);
    }

    /// @param sessions       in the order in which they were created
    /// @param mayHaveEarlier see [#mayHaveEarlier()]
    Device(List<Session.State> sessions, boolean mayHaveEarlier) {
        this.sessions = new ArrayList<>(sessions.size() + 1);
        sessions.forEach(state -> this.sessions.add(Session.of(state)));
        this.mayHaveEarlier = mayHaveEarlier;
    }

    Optional<Session> firstAt(String path) {
        return first(session -> session.isAt(path));
    }

    Optional<Session> find(Whereabouts where) {
        return switch (where) {
            case Whereabouts.At(String path) -> firstAt(path);
            case Whereabouts.AtOrRoot(String path) -> firstAt(path).or(() -> firstAt(ROOT));
            case Whereabouts.AtOrAnywhere(String path) -> firstAt(path).or(this::latest);
            case Whereabouts.Anywhere() -> latest();
        };
    }

    private Optional<Session> latest() {
        return sessions.stream().max(Comparator.comparing(Session::latestAt));
    }

    private Optional<Session> first(Predicate<Session> wanted) {
        for (Session session : sessions) {
            if (wanted.test(session)) {
                return Optional.of(session);
            }
        }
        return Optional.empty();
    }

    /// Adds a session, and drops the oldest ones if there would be more than `most`.
    void add(Session session, int most) {
        while (sessions.size() >= most) {
            dropOldest();
        }
        sessions.add(session);
    }

    /// Drops the sessions that had no page view since `time`.
    void dropIdleSince(Instant time) {
        sessions.removeIf(session -> session.isIdleSince(time));
    }

    /// Whether the same visitor may have sessions under other salts, which have not been taken over yet.
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

    /// Removes all sessions and returns their states.
    List<Session.State> handOver() {
        List<Session.State> states = states();
        sessions.clear();
        return states;
    }

    List<Session.State> states() {
        List<Session.State> states = new ArrayList<>(sessions.size());
        sessions.forEach(session -> states.add(session.state()));
        return states;
    }

    /// Restores a session: adds it, or if it is here already, brings it up to this state.
    void resume(Session.State state, int most) {
        Optional<Session> known = find(state);
        known.ifPresentOrElse(session -> session.catchUp(state), () -> add(Session.of(state), most));
    }

    private Optional<Session> find(Session.State state) {
        return first(session -> session.isOf(state.visit()));
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    /// Drops the session that was created first.
    void dropOldest() {
        sessions.removeFirst();
    }
}
