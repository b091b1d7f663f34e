package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prisme.event.Event;
import prisme.json.JsonException;
import prisme.json.JsonObject;
import prisme.stats.Question.Metric;
import prisme.stats.Question.Ranking;
import prisme.stats.Selection.Dimension;
import prisme.stats.Selection.Filter;

/// What STATS.md says, line by line, over a list of events in order of arrival. Slow and plain: other engines are
/// compared with it.
final class ReferenceStatistics implements Statistics {
    private final List<Event> events;

    ReferenceStatistics(List<Event> events) {
        this.events = events;
    }

    /// The record of a session: as of its last page view.
    private record Session(Event.Pageview last) {
        UUID id() {
            return last.visit().session();
        }

        long start() {
            return Math.floorDiv(id().getMostSignificantBits() >>> 16, 1000L);
        }

        long exit() {
            return second(last);
        }

        long duration() {
            return Math.max(0, exit() - start());
        }
    }

    @Override public List<Answer> answer(Selection selection, List<Question> questions) {
        return questions.stream().map(question -> new Reading(selection).answer(question)).toList();
    }

    private static long second(Event event) {
        return Math.floorDiv(event.at().toEpochMilli(), 1000L);
    }

    private final class Reading {
        private final long from;
        private final long to;
        private final Map<UUID, Session> selected = new LinkedHashMap<>();

        Reading(Selection selection) {
            this.from = selection.from();
            this.to = selection.to();
            Map<UUID, Session> all = new LinkedHashMap<>();
            for (Event event : events) {
                if (event instanceof Event.Pageview view) {
                    all.merge(view.visit().session(), new Session(view), Reading::later);
                }
            }
            for (Session session : all.values()) {
                if (session.start() <= to && session.exit() >= from && passes(selection, session)) {
                    selected.put(session.id(), session);
                }
            }
        }

        private static Session later(Session before, Session now) {
            return now.last().version() >= before.last().version() ? now : before;
        }

        private boolean passes(Selection selection, Session session) {
            return selection.filters().entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
                case PATH -> pageviews().anyMatch(view -> view.visit().session().equals(session.id())
                        && passes(entry.getValue(), view.path()));
                case Dimension other -> passes(entry.getValue(), value(other, session));
            });
        }

        private static boolean passes(List<Filter> filters, String value) {
            Predicate<Filter> matches = filter ->
                    filter.isPrefix() ? value.startsWith(filter.text()) : value.equals(filter.text());
            boolean anyIncludes = filters.stream().anyMatch(filter -> !filter.excludes());
            boolean isIncluded = filters.stream().filter(filter -> !filter.excludes()).anyMatch(matches);
            boolean isExcluded = filters.stream().filter(Filter::excludes).anyMatch(matches);
            return (isIncluded || !anyIncludes) && !isExcluded;
        }

        private static String value(Dimension dimension, Session session) {
            var visit = session.last().visit();
            return switch (dimension) {
                case DOMAIN -> visit.domain();
                case PATH -> throw new IllegalArgumentException("a session has many paths");
                case ENTRY_PATH -> visit.entryPath();
                case EXIT_PATH -> session.last().path();
                case REFERRER -> visit.referrerDomain();
                case SYSTEM -> visit.client().system();
                case BROWSER -> visit.client().browser();
                case DEVICE -> visit.client().device();
                case COUNTRY -> visit.country();
                case UTM_SOURCE -> visit.campaign().source();
                case UTM_MEDIUM -> visit.campaign().medium();
                case UTM_CAMPAIGN -> visit.campaign().campaign();
                case UTM_TERM -> visit.campaign().term();
                case UTM_CONTENT -> visit.campaign().content();
            };
        }

        Answer answer(Question question) {
            return switch (question) {
                case Question.Series(Metric metric, Buckets buckets) -> series(metric, buckets);
                case Question.Top(Ranking ranking, int limit) -> top(keys(ranking), limit);
                case Question.TopValues(String name, String property, int limit) ->
                        top(properties(name).flatMap(object -> object.text(property).stream()), limit);
                case Question.TopProperties(String name, int limit) ->
                        top(properties(name).flatMap(object -> object.members().keySet().stream()), limit);
                case Question.Summary() -> new Answer.Summary(visitors(selected.values()), selected.size(),
                        inside(Event.Pageview.class).count(), bounces().count(),
                        selected.values().stream().mapToLong(Session::duration).sum());
            };
        }

        private Stream<Session> bounces() {
            return selected.values().stream().filter(session -> session.last().version() == 1);
        }

        private static long visitors(Collection<Session> sessions) {
            return sessions.stream().map(session -> session.last().visitorId()).distinct().count();
        }

        private Stream<Event.Pageview> pageviews() {
            return events.stream().filter(Event.Pageview.class::isInstance).map(Event.Pageview.class::cast);
        }

        private <T extends Event> Stream<T> of(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast)
                    .filter(event -> selected.containsKey(event.visit().session()));
        }

        private <T extends Event> Stream<T> inside(Class<T> kind) {
            return of(kind).filter(event -> second(event) >= from && second(event) <= to);
        }

        private Stream<String> keys(Ranking ranking) {
            return switch (ranking) {
                case PAGES -> inside(Event.Pageview.class).map(Event::path);
                case NOT_FOUND ->
                        inside(Event.Pageview.class).filter(view -> view.status() == 404).map(Event::path);
                case ENTRY_PAGES -> selected.values().stream().filter(s -> s.start() >= from && s.start() <= to)
                        .map(s -> value(Dimension.ENTRY_PATH, s));
                case EXIT_PAGES -> selected.values().stream().filter(s -> s.exit() >= from && s.exit() <= to)
                        .map(s -> value(Dimension.EXIT_PATH, s));
                case DOMAINS -> sessionKeys(Dimension.DOMAIN);
                case REFERRERS -> sessionKeys(Dimension.REFERRER);
                case COUNTRIES -> sessionKeys(Dimension.COUNTRY);
                case SYSTEMS -> sessionKeys(Dimension.SYSTEM);
                case BROWSERS -> sessionKeys(Dimension.BROWSER);
                case DEVICES -> sessionKeys(Dimension.DEVICE);
                case UTM_SOURCES -> sessionKeys(Dimension.UTM_SOURCE);
                case UTM_MEDIUMS -> sessionKeys(Dimension.UTM_MEDIUM);
                case UTM_CAMPAIGNS -> sessionKeys(Dimension.UTM_CAMPAIGN);
                case UTM_TERMS -> sessionKeys(Dimension.UTM_TERM);
                case UTM_CONTENTS -> sessionKeys(Dimension.UTM_CONTENT);
                case CUSTOM_EVENTS -> inside(Event.Custom.class).map(Event.Custom::name);
                case OUTBOUND_LINKS -> inside(Event.OutboundClick.class).map(Event.OutboundClick::link);
                case FILE_DOWNLOADS -> inside(Event.FileDownload.class).map(Event.FileDownload::url);
            };
        }

        private Stream<String> sessionKeys(Dimension dimension) {
            return selected.values().stream().map(session -> value(dimension, session));
        }

        private Stream<JsonObject> properties(String name) {
            return inside(Event.Custom.class).filter(event -> event.name().equals(name)).flatMap(event -> {
                try {
                    return Stream.of(JsonObject.parse(utf8(event.properties())));
                } catch (JsonException e) {
                    return Stream.empty();
                }
            });
        }

        private static Answer top(Stream<String> keys, int limit) {
            Map<String, Long> counts = keys.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            Comparator<Map.Entry<String, Long>> order = Map.Entry.<String, Long>comparingByValue().reversed()
                    .thenComparing((a, b) -> Arrays.compareUnsigned(utf8(a.getKey()), utf8(b.getKey())));
            List<Map.Entry<String, Long>> rows = counts.entrySet().stream().sorted(order).limit(limit).toList();
            return new Answer.Top(rows.stream().map(Map.Entry::getKey).toList(),
                    rows.stream().map(Map.Entry::getValue).toList());
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private Answer series(Metric metric, Buckets buckets) {
            return switch (metric) {
                case VISITORS -> series(selected.values().stream(), Session::start, buckets, Reading::visitors);
                case SESSIONS -> series(selected.values().stream(), Session::start, buckets, List::size);
                case SESSIONS_DURATION -> series(selected.values().stream(), Session::start, buckets,
                        bucket -> bucket.isEmpty() ? 0
                                : bucket.stream().mapToLong(Session::duration).sum() / bucket.size());
                case PAGEVIEWS -> series(buckets instanceof Buckets.Steps
                        ? of(Event.Pageview.class) : inside(Event.Pageview.class),
                        ReferenceStatistics::second, buckets, List::size);
                case BOUNCES -> series(bounces(), Session::start, buckets, List::size);
                case LIVE_VISITORS -> series(
                        selected.values().stream().filter(session -> session.exit() + 900 > to),
                        Session::start, buckets, Reading::visitors);
            };
        }

        private <T> Answer series(Stream<T> rows, ToLongFunction<T> time, Buckets buckets,
                                  ToLongFunction<List<T>> value) {
            Map<Long, List<T>> grouped = new TreeMap<>(rows.collect(Collectors.groupingBy(
                    row -> bucket(time.applyAsLong(row), buckets))));
            if (buckets instanceof Buckets.Calendar(long[] starts)) {
                Set<Long> all = new HashSet<>(Arrays.stream(starts).boxed().toList());
                all.forEach(start -> grouped.putIfAbsent(start, List.of()));
            }
            return new Answer.Series(List.copyOf(grouped.keySet()),
                    grouped.values().stream().map(value::applyAsLong).toList());
        }

        private static long bucket(long time, Buckets buckets) {
            return switch (buckets) {
                case Buckets.Steps(long step) -> Math.floorDiv(time, step) * step;
                case Buckets.Calendar(long[] starts) ->
                        Arrays.stream(starts).filter(start -> start <= time).max().orElse(starts[0]);
            };
        }
    }
}
