package prisme.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import prisme.event.Event;

/// Made-up events of some days, in order of time.
///
/// @param seed      the same seed gives the same events
/// @param start     when the first day begins
/// @param days      how many days there are
/// @param pageviews how many page views there are in all, approximately
/// @param domains   the sites, at least one; the first is visited the most
public record Traffic(long seed, Instant start, int days, long pageviews, List<String> domains) {
    private static final double PAGES_PER_VISIT = 2.84;

    public Traffic {
        domains = List.copyOf(domains);
    }

    /// The traffic of one site.
    public static Traffic of(long seed, Instant start, int days, long pageviews) {
        return new Traffic(seed, start, days, pageviews, List.of("example.com"));
    }

    /// All events. Only the visits under way are kept in memory.
    public Iterator<Event> events() {
        return new Events();
    }

    private final class Events implements Iterator<Event> {
        private final Dice dice = new Dice(seed);
        private final List<Site> sites = domains.stream().map(domain -> new Site(domain, dice)).toList();
        private final People people = new People();
        private final PriorityQueue<VisitUnderWay> visits = new PriorityQueue<>();
        private final long end = start.plus(Duration.ofDays(days)).toEpochMilli();
        private final double usualGap = PAGES_PER_VISIT * (end - start.toEpochMilli()) / Math.max(1, pageviews);
        private double nextStart = gapFrom(start.toEpochMilli());

        Events() {
            fill();
        }

        @Override public boolean hasNext() {
            return !visits.isEmpty();
        }

        @Override public Event next() {
            VisitUnderWay visit = visits.remove();
            Event event = visit.event();
            if (!visit.isOver() && visit.time() < end) {
                visits.add(visit);
            }
            fill();
            return event;
        }

        /// Starts the visits that begin before the next event of those under way.
        private void fill() {
            while (nextStart < end && (visits.isEmpty() || nextStart <= visits.peek().time())) {
                long now = (long) nextStart;
                Site site = sites.get(dice.rank(sites.size()));
                Person person = people.next(Math.floorDiv(now, Duration.ofDays(1).toMillis()), dice);
                visits.add(new VisitUnderWay(now, site, person, Source.any(dice), dice));
                nextStart = gapFrom(nextStart);
            }
        }

        private double gapFrom(double time) {
            return time + dice.wait(usualGap / Rhythm.at((long) time));
        }
    }
}
