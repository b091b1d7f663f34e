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

    /// The session at a page that moves on from there.
    Optional<Session> firstAt(String path) {
        return first(session -> session.isAt(path));
    }

    /// The session that an event other than a page view belongs to.
    Optional<Session> find(Whereabouts where) {
        return switch (where) {
            case Whereabouts.At(String path) -> shownAt(path);
            case Whereabouts.AtOrRoot(String path) -> shownAt(path).or(() -> shownAt(ROOT));
            case Whereabouts.AtOrAnywhere(String path) -> shownAt(path).or(this::latest);
            case Whereabouts.Anywhere() -> latest();
        };
    }

    /* A silent copy may be at the page while the session that it was copied from has moved on from there. */
    private Optional<Session> shownAt(String path) {
        return first(session -> session.isRecorded() && session.isAt(path)).or(() -> firstAt(path));
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
