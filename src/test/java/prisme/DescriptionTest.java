package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.access.Access;
import prisme.access.Password;
import prisme.access.Secret;
import prisme.dashboard.SignInForm;
import prisme.dashboard.StatsApi;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.Router;
import prisme.json.JsonException;
import prisme.json.JsonObject;
import prisme.settings.Settings;
import prisme.stats.Answer;
import prisme.stats.Statistics;
import prisme.watch.LogOutput;

/// Compares the description of the API with the list of routes. Pages and files of the dashboard, which only browsers
/// ask for, are not described.
class DescriptionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @Test void describesEveryAddressAndNoOther(@TempDir Path directory) throws Exception {
        Set<String> served = routes(directory).stream().filter(route -> !isOfBrowsers(route.pattern()))
                .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " "
                        + route.pattern().replaceAll(":([a-z]+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without(described(), served), "openapi.json does not describe these");
        assertEquals(Set.of(), without(served, described()), "openapi.json describes these, which nobody answers");
    }

    @Test void describesTheTotalsAsTheyAreTold() throws JsonException {
        Statistics statistics = (_, _) -> List.of(new Answer.Summary(1, 2, 3, 4, 5));
        Response told = new Router(new StatsApi(statistics, CLOCK).routes(), List.of())
                .handle(Request.of(Method.GET, StatsApi.PREFIX + "summary?from=now-1d&to=now"));
        JsonObject schemas = member(member(JsonObject.parse(Description.bytes(), 64), "components"), "schemas");
        JsonObject described = member(member(schemas, "Summary"), "properties");
        JsonObject totals = JsonObject.parse(told.bytes(), 64);
        assertEquals(totals.members().keySet(), described.members().keySet());
        assertEquals(member(totals, "previous").members().keySet(),
                member(member(described, "previous"), "properties").members().keySet());
    }

    @ParameterizedTest @ValueSource(strings = {StatsApi.PREFIX, "/api/v1/events/"})
    void theReadmeNamesEveryAddressBelow(String prefix, @TempDir Path directory) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> missing = routes(directory).stream().map(Route::pattern).filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).replaceAll(":[a-z]+", "NAME"))
                .filter(name -> !readme.contains('`' + name + '`')).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "README.md names none of these below " + prefix);
    }

    private static Set<String> without(Set<String> some, Set<String> all) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static boolean isOfBrowsers(String pattern) {
        return pattern.equals("/") || pattern.startsWith("/dashboard");
    }

    private static List<Route> routes(Path directory) throws Exception {
        Settings settings = Settings.of(Map.of("data.dir", directory.toString(), "admin.hostport", ""));
        try (DataDirectory data = DataDirectory.open(settings, CLOCK);
             Limiter limiter = Limiter.of(settings.rate());
             LogOutput err = LogOutput.standardError(CLOCK);
             Watch watch = Watch.open(settings.operation(), err, CLOCK)) {
            Access access =
                    Access.of(Access.Readers.OWNER, Password.of(new Secret.None(), directory), new Secret.None(),
                    directory, new SignInForm(), CLOCK, System::nanoTime);
            return new Addresses(settings, _ -> "XX", data, limiter, (_, _) -> List.of(), watch, access, CLOCK)
                    .routes();
        }
    }

    private static Set<String> described() throws JsonException {
        JsonObject paths = member(JsonObject.parse(Description.bytes(), 64), "paths");
        Set<String> described = new TreeSet<>();
        for (String path : paths.members().keySet()) {
            member(paths, path).members().keySet().forEach(method -> described.add(method + " " + path));
        }
        return described;
    }

    private static JsonObject member(JsonObject object, String name) throws JsonException {
        String text = Optional.ofNullable(object.members().get(name)).orElseThrow();
        return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8), 64);
    }
}
