package prisme.demo;

import java.time.Instant;
import prisme.event.Event;
import prisme.event.SessionId;
import prisme.event.Visit;

/// A visit under way: page after page, and on some pages another event.
final class VisitUnderWay implements Comparable<VisitUnderWay> {
    private static final double LEAVES_AT_ONCE = 0.54;
    private static final double STAYS = 0.75;
    private static final double PAGE_IS_MISSING = 0.006;
    private static final double DOES_SOMETHING = 0.055;
    private static final long SHORTEST_LOOK = 2000;
    private static final double USUAL_LOOK = 55_000;
    private static final double USUAL_PAUSE = 9_000;

    private final Site site;
    private final Person person;
    private final Visit visit;
    private final Dice dice;
    private long time;
    private String path;
    private int version;
    private Next next = Next.PAGE;

    private enum Next { PAGE, ACTION, NOTHING }

    VisitUnderWay(long start, Site site, Person person, Source source, Dice dice) {
        this.site = site;
        this.person = person;
        this.dice = dice;
        this.time = start;
        this.path = site.landingPage(dice);
        this.visit = new Visit(SessionId.of(start, dice.bits(), dice.bits()), site.domain(), path,
                source.referrerDomain(), person.country(), person.client(), source.campaign());
    }

    /// When the next event happens, in milliseconds since 1970.
    long time() {
        return time;
    }

    boolean isOver() {
        return next == Next.NOTHING;
    }

    /// The next event. Must not be called once the visit is over.
    Event event() {
        Event event = next == Next.PAGE ? pageview() : action();
        boolean isNewPage = next == Next.PAGE;
        if (isNewPage && dice.happens(DOES_SOMETHING)) {
            goOn(Next.ACTION, USUAL_PAUSE);
        } else if (dice.happens(version == 1 ? 1 - LEAVES_AT_ONCE : STAYS)) {
            goOn(Next.PAGE, USUAL_LOOK);
        } else {
            next = Next.NOTHING;
        }
        return event;
    }

    @Override public int compareTo(VisitUnderWay other) {
        return Long.compare(time, other.time);
    }

    private void goOn(Next what, double usualWait) {
        next = what;
        time += SHORTEST_LOOK + (long) dice.wait(usualWait);
    }

    private Event pageview() {
        int status = 200;
        if (version > 0) {
            boolean isMissing = dice.happens(PAGE_IS_MISSING);
            status = isMissing ? 404 : 200;
            path = isMissing ? site.missingPage(dice) : site.nextPage(dice);
        }
        version++;
        return new Event.Pageview(Instant.ofEpochMilli(time), visit, person.visitorId(), path, status, version);
    }

    private Event action() {
        Instant now = Instant.ofEpochMilli(time);
        double which = dice.fraction();
        if (which < 0.25) {
            return new Event.OutboundClick(now, visit, person.visitorId(), path, site.link(dice));
        }
        if (which < 0.4) {
            return new Event.FileDownload(now, visit, person.visitorId(), path, site.file(dice));
        }
        Action action = Action.any(dice);
        return new Event.Custom(now, visit, person.visitorId(), path, action.name(), action.properties());
    }
}
