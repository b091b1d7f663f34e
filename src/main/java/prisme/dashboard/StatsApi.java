package prisme.dashboard;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;
import prisme.stats.Answer;
import prisme.stats.Overloaded;
import prisme.stats.Question;
import prisme.stats.Question.Metric;
import prisme.stats.Question.Ranking;
import prisme.stats.Selection;
import prisme.stats.Statistics;

/// The addresses below `/api/v1/stats/`, where programs and the dashboard read the figures.
public final class StatsApi {
    /// All of them, with a `/` at both ends.
    public static final String PREFIX = "/api/v1/stats/";

    private static final String RETRY_SECONDS = "1";

    private final Statistics statistics;
    private final InstantSource clock;

    public StatsApi(Statistics statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /// One route for each number and list.
    public List<Route> routes() {
        Stream<Route> series = Arrays.stream(Metric.values()).map(metric -> route(word(metric),
                (_, reading) -> one(reading, new Question.Series(metric, reading.buckets()))));
        Stream<Route> tops = Arrays.stream(Ranking.values()).map(ranking -> route("top-" + name(ranking),
                (_, reading) -> one(reading, new Question.Top(ranking, reading.limit()))));
        Stream<Route> others = Stream.of(
                route("top-custom-event-properties", (parameters, reading) -> one(reading,
                        new Question.TopProperties(parameters.required("name"), reading.limit()))),
                route("top-custom-event-values", (parameters, reading) -> one(reading, new Question.TopValues(
                        parameters.required("name"), parameters.required("property"), reading.limit()))),
                route("summary", (_, reading) -> summary(reading)));
        return Stream.of(series, tops, others).flatMap(routes -> routes).toList();
    }

    /// Makes the answer of one address.
    private interface Teller {
        Response tell(Parameters parameters, Reading reading) throws BadParameter, IOException;
    }

    private Route route(String name, Teller teller) {
        return Route.get(PREFIX + name, request -> answer(request, teller).with("Cache-Control", "no-store"));
    }

    private Response answer(Request request, Teller teller) throws IOException {
        Parameters parameters = new Parameters(request.query());
        try {
            return teller.tell(parameters, parameters.reading(clock.instant()));
        } catch (BadParameter e) {
            return Response.problem(400, e.getMessage());
        } catch (Overloaded _) {
            return Response.problem(503, "More is asked than can be answered at once; try again in a moment.")
                    .with("Retry-After", RETRY_SECONDS);
        }
    }

    private Response one(Reading reading, Question question) throws IOException {
        Selection selection = reading.selection();
        return switch (statistics.answer(selection, List.of(question)).getFirst()) {
            case Answer.Series series -> StatsJson.of(selection, series);
            case Answer.Top top -> StatsJson.of(selection, top);
            case Answer.Summary _ -> throw new IllegalStateException("nobody has asked for totals");
        };
    }

    private Response summary(Reading reading) throws IOException {
        Instant now = clock.instant();
        return StatsJson.of(reading.selection(), totals(reading.selection()), reading.before(),
                totals(reading.before()), totals(reading.live(now.getEpochSecond())).visitors());
    }

    private Answer.Summary totals(Selection selection) throws IOException {
        return (Answer.Summary) statistics.answer(selection, List.of(new Question.Summary())).getFirst();
    }

    private static String name(Ranking ranking) {
        return ranking == Ranking.SYSTEMS ? "operating-systems" : word(ranking);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
