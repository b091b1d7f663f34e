package prisme.visitors;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import prisme.event.Event;
import prisme.event.Referrer;
import prisme.event.SessionId;
import prisme.event.Visit;

/// Handles one page view, while the monitor of its device is held.
record Turn(Visitors.Limits limits, PageviewJournal journal, Identity who, Device device, PageviewReport report,
            Instant now) {
    /// Finds the session of the page view, or begins one, and stores the page view.
    ///
    /// @param newVisitor determines who views the page; only called when a new session begins
    /// @throws IOException when it could not be stored; then the device is unchanged, except that ended sessions are
    ///                     gone
    PageviewOutcome take(Supplier<NewVisitor> newVisitor) throws IOException {
        device.dropIdleSince(now.minus(limits.sessionTtl()));
        Optional<Session> left = sessionLeft();
        if (left.isPresent()) {
            return moveOn(left.get());
        }
        Optional<Session> shown = device.firstAt(report.page().path());
        if (shown.isPresent()) {
            return showAgain(shown.get());
        }
        return switch (newVisitor.get()) {
            case NewVisitor.Bot(String rule) -> new PageviewOutcome.FromBot(rule);
            case NewVisitor.Person person -> begin(person);
        };
    }

    private boolean isInternal() {
        return report.referrer().isInternalTo(report.page());
    }

    /// The session that is at the page from which this one was reached.
    private Optional<Session> sessionLeft() {
        return report.referrer() instanceof Referrer.From(var page) && isInternal()
                ? device.firstAt(page.path()) : Optional.empty();
    }

    private PageviewOutcome moveOn(Session session) throws IOException {
        Event.Pageview pageview = session.next(report, now);
        journal.append(pageview, who.device());
        session.moveOn(pageview);
        return recorded();
    }

    private PageviewOutcome showAgain(Session session) {
        Session copy = isInternal() ? session.reloadedOn(report.page(), now) : session.forked(now);
        device.add(copy, limits.maxSessionsPerDevice());
        return new PageviewOutcome.ShownAgain();
    }

    private PageviewOutcome begin(NewVisitor.Person person) throws IOException {
        Visit visit = new Visit(SessionId.newAt(now), report.page().domain(), report.page().path(),
                report.referrer().domain(), person.country(), person.client(), person.campaign());
        String visitor = report.visitorId().isEmpty() ? who.visitorId() : report.visitorId();
        Event.Pageview pageview =
                new Event.Pageview(now, visit, visitor, report.page().path(), report.status(), 1);
        journal.append(pageview, who.device());
        device.add(Session.of(pageview), limits.maxSessionsPerDevice());
        return recorded();
    }

    private PageviewOutcome recorded() {
        device.notifyAll();
        return new PageviewOutcome.Recorded();
    }
}
