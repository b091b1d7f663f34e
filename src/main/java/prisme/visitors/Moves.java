package prisme.visitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import prisme.event.DeviceId;

/// Remembers which sessions went from one device to another while somebody copies all of them, one device after the
/// other: he may come by the new device too early and by the old one too late.
final class Moves {
    private final Queue<Moved> moves = new ConcurrentLinkedQueue<>();
    private volatile boolean isWatched;

    /// @param to where the sessions are now
    record Moved(DeviceId to, List<Session.State> sessions) {}

    /// To be called when sessions are at their new device, and before they leave the old one.
    void note(DeviceId to, List<Session.State> sessions) {
        if (isWatched && !sessions.isEmpty()) {
            moves.add(new Moved(to, sessions));
        }
    }

    /// Remembers moves from now on.
    void watch() {
        moves.clear();
        isWatched = true;
    }

    /// The moves since then; later ones are not remembered.
    List<Moved> watched() {
        isWatched = false;
        return new ArrayList<>(moves);
    }
}
