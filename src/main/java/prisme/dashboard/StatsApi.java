package prisme.dashboard;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import prisme.http.Query;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;
import prisme.stats.Answer;
import prisme.stats.Overloaded;
import prisme.stats.Question;
import prisme.stats.Selection;
import prisme.stats.Statistics;
import prisme.stats.TooLittleMemory;

/// The addresses below `/api/v1/stats/`, where programs and the dashboard read the figures.
public final class StatsApi {
    /// What all these addresses begin with.
    public static final String PREFIX = "/api/v1/stats/";

    private static final System.Logger LOGGER = System.getLogger("prisme.dashboard");

    private static final String RETRY_SECONDS = "1";

    private final Statistics statistics;
    private final InstantSource clock;
    private final ViewApi view;

    public StatsApi(Statistics statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
        this.view = new ViewApi(statistics);
    }

    /// A route for each number and list, one for the totals, and one for many of these at once.
    public List<Route> routes() {
        Stream<Route> each = QuestionReader.all().entrySet().stream().map(named -> route(named.getKey(),
                (query, now) -> one(query, now, named.getValue())));
        return Stream.concat(each, Stream.of(route("summary", this::summary), route("view", view::answer))).toList();
    }

    /// Answers the requests to one address.
    private interface Responder {
        Response respond(Query query, Instant now) throws BadParameter, IOException;
    }

    private Route route(String name, Responder responder) {
        return Route.get(PREFIX + name, request -> answer(request, responder).with("Cache-Control", "no-store"));
    }

    private Response answer(Request request, Responder responder) throws IOException {
        try {
            return responder.respond(request.query(), clock.instant());
        } catch (BadParameter e) {
            return Response.problem(400, e.getMessage());
        } catch (Overloaded _) {
            return Response.problem(503, "More is asked than can be answered at once; try again in a moment.")
                    .with("Retry-After", RETRY_SECONDS);
        } catch (TooLittleMemory e) {
            return Response.problem(503, e.getMessage());
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.ERROR,
                    () -> "request " + request.id() + " was answered 503: " + e);
            return Response.problem(503, "The events cannot be read at the moment; the log of the server says why.")
                    .with("Retry-After", RETRY_SECONDS);
        }
    }

    private Response one(Query query, Instant now, QuestionReader reader) throws BadParameter, IOException {
        Parameters parameters = new Parameters(query);
        StatsRequest request = parameters.request(now);
        Question question = reader.read(parameters, request);
        Selection selection = request.selection();
        return StatsJson.of(selection, statistics.answer(selection, List.of(question)).getFirst());
    }

    private Response summary(Query query, Instant now) throws BadParameter, IOException {
        StatsRequest request = new Parameters(query).request(now);
        return StatsJson.of(request.selection(), totals(request.selection()), request.before(),
                totals(request.before()), totals(request.live(now.getEpochSecond())).visitors());
    }

    private Answer.Summary totals(Selection selection) throws IOException {
        return (Answer.Summary) statistics.answer(selection, List.of(new Question.Summary())).getFirst();
    }
}
