package prisme.visitors;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import prisme.event.Event;
import prisme.event.Referrer;
import prisme.event.SessionId;
import prisme.event.Visit;

/// One page view's turn at its device, whose monitor it holds.
record Turn(Visitors.Limits limits, PageviewJournal journal, Identity who, Device device, PageviewReport report,
            Instant now) {
    /// Sorts the page view in and stores it.
    ///
    /// @param entrance who views it, asked for when a new session begins
    /// @throws IOException when it could not be stored; then the device is as it was, but for sessions that are over
    PageviewOutcome take(Supplier<Entrance> entrance) throws IOException {
        device.dropIdleSince(now.minus(limits.sessionTtl()));
        Optional<Session> left = sessionLeft();
        if (left.isPresent()) {
            return moveOn(left.get());
        }
        Optional<Session> shown = device.firstAt(report.page().path());
        if (shown.isPresent()) {
            return showAgain(shown.get());
        }
        return switch (entrance.get()) {
            case Entrance.Bot(String rule) -> new PageviewOutcome.FromBot(rule);
            case Entrance.Person person -> begin(person);
        };
    }

    private boolean isInternal() {
        return report.referrer().isInternalTo(report.page());
    }

    /// The session that was at the page this one was reached from.
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

    private PageviewOutcome begin(Entrance.Person person) throws IOException {
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
