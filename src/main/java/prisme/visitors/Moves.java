package prisme.visitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import prisme.event.DeviceId;

/// Remembers which sessions move from one device to another while all sessions are being copied, one device after the
/// other. Such a session would be missed when the copy reads the new device before the move and the old one after it.
final class Moves {
    private final Queue<Moved> moves = new ConcurrentLinkedQueue<>();
    private volatile boolean isWatched;

    /// @param to the device that the sessions belong to now
    record Moved(DeviceId to, List<Session.State> sessions) {}

    /// Notes a move. To be called when the sessions have been added to their new device, and before they are removed
    /// from the old one.
    void note(DeviceId to, List<Session.State> sessions) {
        if (isWatched && !sessions.isEmpty()) {
            moves.add(new Moved(to, sessions));
        }
    }

    /// Starts remembering moves.
    void watch() {
        moves.clear();
        isWatched = true;
    }

    /// Stops remembering moves, and returns those since [#watch()].
    List<Moved> watched() {
        isWatched = false;
        return new ArrayList<>(moves);
    }
}
