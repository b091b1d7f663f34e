package prisme.visitors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.wording.Failure;

/// Lets sessions continue after a restart, even after a crash: a snapshot of them is written now and then, and at a
/// start the page views that were stored after it are read from the journal.
///
/* The mark is taken before the sessions are copied, so page views that are stored meanwhile may be both in the snapshot
 * and after the mark. Page views are numbered within their session, so reading one a second time changes nothing. */
public final class Continuity {
    private static final System.Logger LOGGER = System.getLogger("prisme.visitors");
    /// How long after the last attempt a snapshot is due when anything has changed.
    private static final Duration USUAL = Duration.ofMinutes(1);
    /// How long after it one is due when the journal has begun a new segment: the segment before it can only be sealed
    /// once a snapshot covers it.
    private static final Duration AFTER_SEGMENT = Duration.ofSeconds(5);
    /// How long after it one is due when nothing has changed, so that sessions that have ended leave the file.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final PageviewHistory.Mark BEGIN = new PageviewHistory.Mark(0, 1, 0);

    private final Visitors visitors;
    private final PageviewHistory history;
    private final SessionFile file;
    private volatile PageviewHistory.Mark written;
    private Instant lastTry;
    private int sessions;
    /// Why the last attempt to write a snapshot failed; empty if it did not.
    private String trouble = "";

    private Continuity(Visitors visitors, PageviewHistory history, SessionFile file) {
        this.visitors = visitors;
        this.history = history;
        this.file = file;
        this.written = BEGIN;
        this.lastTry = Instant.EPOCH;
    }

    /// Restores the sessions that are not over. Must be called before `visitors` is used by any other thread.
    ///
    /// @param directory the directory that holds the snapshot
    /// @throws UncheckedIOException when the snapshot is intact but has a later format version; it stays as it is
    public static Continuity resume(Visitors visitors, PageviewHistory history, Path directory, Instant now) {
        Continuity continuity = new Continuity(visitors, history, new SessionFile(directory));
        continuity.resume(now);
        continuity.clear();
        return continuity;
    }

    /// How many events, from the beginning of the journal, are no longer needed to restore the sessions. Later ones
    /// must stay.
    public long covered() {
        return written.sequence();
    }

    /// Forgets expired salts, and writes a snapshot if one is due. Must be called every second or so.
    public void tend(Instant now) {
        visitors.tend(now);
        if (isDue(history.end(), Duration.between(lastTry, now).abs())) {
            tryToWrite(now);
        }
    }

    /// Writes a snapshot if anything has changed. To be called at the end, when no more events come in.
    public void end(Instant now) {
        if (!history.end().equals(written)) {
            tryToWrite(now);
        }
    }

    private boolean isDue(PageviewHistory.Mark end, Duration since) {
        if (end.equals(written)) {
            return sessions > 0 && since.compareTo(LONGEST) >= 0;
        }
        return since.compareTo(end.segment() == written.segment() ? USUAL : AFTER_SEGMENT) >= 0;
    }

    /* Nothing is lost when this fails, as the events are stored: the next start has to read more of them. */
    private void tryToWrite(Instant now) {
        lastTry = now;
        PageviewHistory.Mark mark = history.end();
        try {
            sessions = file.write(mark, copying -> visitors.copy(now, copying));
            written = mark;
            trouble = "";
        } catch (IOException e) {
            tell(e.toString());
        }
    }

    /* This is tried every minute or more often, but logged only once. */
    private void tell(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            LOGGER.log(System.Logger.Level.WARNING,
                    () -> "cannot write the visits under way to " + file.path() + ": " + why);
        }
    }

    private void resume(Instant now) {
        Instant oldest = now.minus(visitors.sessionTtl());
        try {
            if (!readSnapshot(oldest)) {
                visitors.forgetAll();
                history.since(oldest, (pageview, device) -> resume(pageview, device, oldest));
            }
        } catch (IOException e) {
            visitors.forgetAll();
            LOGGER.log(System.Logger.Level.WARNING, () -> "visits under way cannot be taken up: " + e);
        }
    }

    /* Called at every start, since a crash may have left an unfinished snapshot even when there was none before. */
    private void clear() {
        try {
            file.clear();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, () -> "what a crash left cannot be deleted: " + e);
        }
    }

    /// Restores the sessions from the snapshot and the page views after it.
    ///
    /// @return false when there is no snapshot that can be used
    private boolean readSnapshot(Instant oldest) throws IOException {
        if (!file.exists()) {
            return false;
        }
        try {
            PageviewHistory.Mark mark = file.read((id, encoded) -> resume(id, encoded, oldest));
            if (!history.behind(mark, (pageview, device) -> resume(pageview, device, oldest))) {
                throw new IOException("it does not belong to the events that are here");
            }
            written = mark;
            return true;
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, () -> "the visits under way in " + file.path() + " cannot be used ("
                    + Failure.reason(e) + "); those whose events are not sealed yet are read from them, others count as"
                    + " new visits");
            return false;
        }
    }

    private void resume(Event.Pageview pageview, DeviceId device, Instant oldest) {
        resume(device, List.of(Session.State.after(pageview)), oldest);
    }

    /* A device with any live session is restored whole. Those of its sessions that are over are dropped when it is next
     * used. */
    private void resume(DeviceId device, BinaryWriter encoded, Instant oldest) {
        if (DeviceCodec.latestAtMillis(encoded.bytes(), 0) >= oldest.toEpochMilli()) {
            visitors.resume(device, encoded);
            sessions += DeviceCodec.sessions(encoded.bytes(), 0);
        }
    }

    private void resume(DeviceId device, List<Session.State> states, Instant oldest) {
        List<Session.State> live = new ArrayList<>(states.size());
        for (Session.State state : states) {
            if (!state.latestAt().isBefore(oldest)) {
                live.add(state);
            }
        }
        if (!live.isEmpty()) {
            visitors.resume(device, live);
            sessions += live.size();
        }
    }
}
