package prisme.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import prisme.http.Query;
import prisme.stats.Buckets;
import prisme.stats.Interval;
import prisme.stats.InvalidTime;
import prisme.stats.Selection;
import prisme.stats.Selection.Dimension;
import prisme.stats.Selection.Filter;
import prisme.stats.TimeExpression;

/// Reads the parameters of a request for statistics. Every address knows the same parameters, and all that are sent
/// must be valid, even those that this address does not need. So the same parameters can be sent with every request of
/// a view.
/* An unknown name is refused too: with a misspelled filter, the figures would look right and be wrong. */
final class Parameters {
    private static final int USUAL_LIMIT = 10;
    private static final int HIGHEST_LIMIT = 1000;
    private static final Map<String, Dimension> DIMENSIONS = Arrays.stream(Dimension.values())
            .collect(Collectors.toMap(Parameters::nameOf, dimension -> dimension));
    /* Names of the tz database that are missing in Java's copy of it. */
    private static final Map<String, String> LINKS = Map.of("EST", "America/Panama", "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu", "ROC", "Asia/Taipei", "GMT+0", "GMT0", "GMT-0", "GMT0");
    /* And zones that Java has beside those of the tz database. */
    private static final String JAVAS_OWN = "SystemV/";
    private static final Set<String> OTHERS = Set.of("from", "to", "tz", "interval", "limit", "name", "property");

    private final Query query;

    Parameters(Query query) {
        this.query = query;
    }

    /// Reads the parameters that every address knows.
    ///
    /// @param now the time that `now` stands for
    ///
    /// @throws BadParameter when something is missing or wrong
    StatsRequest request(Instant now) throws BadParameter {
        requireKnownNames();
        ZoneId zone = zone();
        Instant from = time("from", expression -> expression.from(now, zone));
        Instant to = time("to", expression -> expression.to(now, zone));
        if (from.isAfter(to)) {
            throw new BadParameter("The parameter from must not be later than the parameter to.");
        }
        Selection selection = new Selection(from.getEpochSecond(), to.getEpochSecond(), filters());
        return new StatsRequest(selection, buckets(from, to, zone), limit());
    }

    /// The value of a parameter, the first one when it was sent more than once.
    ///
    /// @throws BadParameter when it was not sent
    String required(String name) throws BadParameter {
        return query.first(name).orElseThrow(() -> new BadParameter("The parameter " + name + " is missing."));
    }

    private void requireKnownNames() throws BadParameter {
        for (Query.Parameter parameter : query.parameters()) {
            if (!OTHERS.contains(parameter.name()) && !DIMENSIONS.containsKey(parameter.name())) {
                Set<String> names = new TreeSet<>(DIMENSIONS.keySet());
                names.addAll(OTHERS);
                throw new BadParameter("There is no parameter '" + parameter.name() + "'; there are "
                        + String.join(", ", names) + ".");
            }
        }
    }

    private ZoneId zone() throws BadParameter {
        /* A + in a query becomes a space, and no name of a zone has one: Etc/GMT+1. */
        String asked = query.first("tz").orElse("UTC").replace(' ', '+');
        String name = LINKS.getOrDefault(asked, asked);
        if (name.startsWith(JAVAS_OWN)) {
            throw noZone();
        }
        try {
            ZoneRulesProvider.getRules(name, false);
            return ZoneId.of(name);
        } catch (ZoneRulesException _) {
            throw noZone();
        }
    }

    private static BadParameter noZone() {
        return new BadParameter("The parameter tz must be the name of an IANA time zone, such as Europe/Berlin.");
    }

    /// An end of the range.
    private interface End {
        Instant of(TimeExpression expression) throws InvalidTime;
    }

    private Instant time(String name, End end) throws BadParameter {
        try {
            return end.of(TimeExpression.parse(required(name)));
        } catch (InvalidTime e) {
            throw new BadParameter("The parameter " + name + " " + e.getMessage() + ".");
        }
    }

    private Map<Dimension, List<Filter>> filters() {
        Map<Dimension, List<Filter>> filters = new EnumMap<>(Dimension.class);
        for (Query.Parameter parameter : query.parameters()) {
            Dimension dimension = DIMENSIONS.get(parameter.name());
            if (dimension != null) {
                filters.computeIfAbsent(dimension, _ -> new ArrayList<>()).addAll(FilterList.parse(parameter.value()));
            }
        }
        return filters;
    }

    private int limit() throws BadParameter {
        String limit = query.first("limit").orElse(Integer.toString(USUAL_LIMIT));
        boolean isNumber = limit.matches("[0-9]{1,9}");
        if (!isNumber || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > HIGHEST_LIMIT) {
            throw new BadParameter("The parameter limit must be a whole number from 1 to " + HIGHEST_LIMIT + ".");
        }
        return Integer.parseInt(limit);
    }

    private Buckets buckets(Instant from, Instant to, ZoneId zone) throws BadParameter {
        Optional<String> word = query.first("interval");
        if (word.isEmpty()) {
            return Interval.steps(from, to);
        }
        Interval interval = Interval.named(word.get()).orElseThrow(Parameters::noInterval);
        return interval.buckets(from, to, zone).orElseThrow(() -> new BadParameter("The parameter interval divides "
                + "this range into more than " + Interval.MOST_BUCKETS
                + " parts; ask for longer ones, or for a shorter range."));
    }

    private static BadParameter noInterval() {
        return new BadParameter("The parameter interval must be one of "
                + Arrays.stream(Interval.values()).map(Interval::word).collect(Collectors.joining(", ")) + ".");
    }

    private static String nameOf(Dimension dimension) {
        return dimension == Dimension.SYSTEM ? "os" : dimension.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
