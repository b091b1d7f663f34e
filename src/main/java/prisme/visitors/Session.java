package prisme.visitors;

import java.time.Instant;
import prisme.event.Event;
import prisme.event.Page;
import prisme.event.SessionId;
import prisme.event.Visit;

/// A chain of page views of one device, and how far it has got. Guarded by its [Device].
///
/// A silent copy is a session that is not recorded yet: it exists in memory alone until it moves on for the first time.
/// What else happens on its page is part of the session that it was copied from.
final class Session {
    private final Visit visit;
    private Visit recorded;
    private String visitorId;
    private String latestPath;
    private int pageviews;
    private Instant latestAt;

    private Session(Visit visit, Visit recorded, String visitorId, String latestPath, int pageviews,
                    Instant latestAt) {
        this.visit = visit;
        this.recorded = recorded;
        this.visitorId = visitorId;
        this.latestPath = latestPath;
        this.pageviews = pageviews;
        this.latestAt = latestAt;
    }

    /// How far a session has got.
    ///
    /// @param recorded the visit that page views of this session, or of the one that it is a copy of, are stored with
    record State(Visit visit, Visit recorded, String visitorId, String latestPath, int pageviews, Instant latestAt) {
        /// The state of a session that has a recorded page view.
        State(Visit visit, String visitorId, String latestPath, int pageviews, Instant latestAt) {
            this(visit, visit, visitorId, latestPath, pageviews, latestAt);
        }

        /// The state of a session right after a recorded page view.
        static State after(Event.Pageview pageview) {
            return new State(pageview.visit(), pageview.visitorId(), pageview.path(), pageview.version(),
                    pageview.at());
        }

        /// The same state of a silent copy.
        State copyOf(Visit original) {
            return new State(visit, original, visitorId, latestPath, pageviews, latestAt);
        }

        boolean isRecorded() {
            return visit == recorded;
        }
    }

    /// The session that a recorded page view is part of.
    static Session of(Event.Pageview pageview) {
        return of(State.after(pageview));
    }

    static Session of(State state) {
        return new Session(state.visit(), state.recorded(), state.visitorId(), state.latestPath(), state.pageviews(),
                state.latestAt());
    }

    State state() {
        return new State(visit, recorded, visitorId, latestPath, pageviews, latestAt);
    }

    /// A silent copy for a reload or a duplicated tab. It begins on `page`, but without a page view of its own.
    Session reloadedOn(Page page, Instant now) {
        return new Session(visit.as(SessionId.newAt(now), page.path()), recorded, visitorId, page.path(), 0, now);
    }

    /// A silent copy for a page that was opened once more from elsewhere, so that the visit can continue in both.
    Session forked(Instant now) {
        return new Session(visit.as(SessionId.newAt(now), visit.entryPath()), recorded, visitorId, latestPath,
                pageviews, now);
    }

    /// The page view with which this session continues. The session does not change before [#moveOn].
    Event.Pageview next(PageviewReport report, Instant now) {
        String visitor = report.visitorId().isEmpty() ? visitorId : report.visitorId();
        return new Event.Pageview(now, visit, visitor, report.page().path(), report.status(), pageviews + 1);
    }

    /// Moves on to a page view of [#next] that has been recorded.
    void moveOn(Event.Pageview recorded) {
        moveTo(State.after(recorded));
    }

    /// Moves on to a later state of the same session; an earlier one changes nothing.
    void catchUp(State state) {
        if (state.pageviews() > pageviews) {
            moveTo(state);
        }
    }

    private void moveTo(State state) {
        recorded = visit;
        visitorId = state.visitorId();
        latestPath = state.latestPath();
        pageviews = state.pageviews();
        latestAt = state.latestAt();
    }

    boolean isOf(Visit other) {
        return visit.session().equals(other.session());
    }

    boolean isRecorded() {
        return visit == recorded;
    }

    boolean isAt(String path) {
        return latestPath.equals(path);
    }

    boolean isIdleSince(Instant time) {
        return latestAt.isBefore(time);
    }

    Instant latestAt() {
        return latestAt;
    }

    /// Where an event on the page of this session belongs.
    Attribution attribution() {
        return new Attribution(recorded, visitorId, latestPath);
    }
}
