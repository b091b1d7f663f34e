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

/// Lets sessions go on after the process has ended, however it did: a snapshot of them is written now and then, and at
/// a start the page views that came behind it are taken from the journal.
///
/* The mark is taken before the sessions are copied, so page views that are stored meanwhile may be in the snapshot and
 * behind the mark as well. To take up one that a session has had already changes nothing, as it has a number in its
 * session. */
public final class Continuity {
    private static final System.Logger LOGGER = System.getLogger("prisme.visitors");
    /// After so long something that changed is written.
    private static final Duration USUAL = Duration.ofMinutes(1);
    /// After so long it is written where the journal began a segment, which may be packed away only then.
    private static final Duration AFTER_SEGMENT = Duration.ofSeconds(5);
    /// After so long sessions that have ended meanwhile leave the file, although nothing else has changed.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Past.Mark BEGIN = new Past.Mark(0, 1, 0);

    private final Visitors visitors;
    private final Past past;
    private final SessionFile file;
    private volatile Past.Mark written;
    private Instant lastTry;
    private int sessions;

    private Continuity(Visitors visitors, Past past, SessionFile file) {
        this.visitors = visitors;
        this.past = past;
        this.file = file;
        this.written = BEGIN;
        this.lastTry = Instant.EPOCH;
    }

    /// Takes up the sessions that are not over. Before anybody else knows of `visitors`.
    ///
    /// @param directory where the snapshot is
    /// @throws UncheckedIOException when the snapshot is whole and of a later format; it stays as it is
    public static Continuity resume(Visitors visitors, Past past, Path directory, Instant now) {
        Continuity continuity = new Continuity(visitors, past, new SessionFile(directory));
        continuity.resume(now);
        continuity.clear();
        return continuity;
    }

    /// How many events of the journal are not needed any more to make the sessions anew: those behind them must stay.
    public long covered() {
        return written.sequence();
    }

    /// To be called every few moments: forgets salts that are over, and writes a snapshot if it is time to.
    public void tend(Instant now) {
        visitors.tend(now);
        if (isDue(past.end(), Duration.between(lastTry, now).abs())) {
            tryToWrite(now);
        }
    }

    /// Writes a snapshot if anything has changed. For the time when nothing comes in any more.
    public void end(Instant now) {
        if (!past.end().equals(written)) {
            tryToWrite(now);
        }
    }

    private boolean isDue(Past.Mark end, Duration since) {
        if (end.equals(written)) {
            return sessions > 0 && since.compareTo(LONGEST) >= 0;
        }
        return since.compareTo(end.segment() == written.segment() ? USUAL : AFTER_SEGMENT) >= 0;
    }

    /* Nothing is lost when it fails, as the events are stored: the next start reads more of them. */
    private void tryToWrite(Instant now) {
        lastTry = now;
        Past.Mark mark = past.end();
        try {
            sessions = file.write(mark, copying -> visitors.copy(now, copying));
            written = mark;
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING,
                    () -> "cannot write the visits under way to " + file.path() + ": " + e);
        }
    }

    private void resume(Instant now) {
        Instant oldest = now.minus(visitors.sessionTtl());
        try {
            if (!readSnapshot(oldest)) {
                visitors.forgetAll();
                past.since(oldest, (pageview, device) -> resume(pageview, device, oldest));
            }
        } catch (IOException e) {
            visitors.forgetAll();
            LOGGER.log(System.Logger.Level.WARNING, () -> "visits under way cannot be taken up: " + e);
        }
    }

    /* Also where the first snapshot of all was not finished. */
    private void clear() {
        try {
            file.clear();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, () -> "what a crash left cannot be deleted: " + e);
        }
    }

    /// @return false when there is none, or none that can be used
    private boolean readSnapshot(Instant oldest) throws IOException {
        if (!file.exists()) {
            return false;
        }
        try {
            Past.Mark mark = file.read((id, form) -> resume(id, form, oldest));
            if (!past.behind(mark, (pageview, device) -> resume(pageview, device, oldest))) {
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

    /* Sessions that are over beside one that is not are dropped as soon as somebody looks at their device. */
    private void resume(DeviceId device, FormWriter form, Instant oldest) {
        if (DeviceForm.latestAtMillis(form.bytes(), 0) >= oldest.toEpochMilli()) {
            visitors.resume(device, form);
            sessions += DeviceForm.sessions(form.bytes(), 0);
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
