package prisme.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Router;
import prisme.stats.Answer;
import prisme.stats.Buckets;
import prisme.stats.Overloaded;
import prisme.stats.Question;
import prisme.stats.Question.Metric;
import prisme.stats.Question.Ranking;
import prisme.stats.Selection;
import prisme.stats.Selection.Dimension;
import prisme.stats.Selection.Filter;
import prisme.stats.Statistics;
import prisme.stats.TooLittleMemory;

class StatsApiTest {
    private static final Instant NOW = Instant.parse("2026-02-18T13:14:15.5Z");
    private static final long JANUARY = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final String RANGE = "from=2026-01-01T00:00:00Z&to=2026-01-01T00:59:59Z";

    /// Gives prepared answers, and writes down what it was asked.
    private static final class Oracle implements Statistics {
        final List<Selection> selections = new ArrayList<>();
        final List<Question> questions = new ArrayList<>();

        @Override public List<Answer> answer(Selection selection, List<Question> asked) {
            selections.add(selection);
            questions.addAll(asked);
            return asked.stream().map(this::answer).toList();
        }

        private Answer answer(Question question) {
            int nth = selections.size();
            return switch (question) {
                case Question.Series _ -> new Answer.Series(List.of(JANUARY, JANUARY + 60), List.of(3L, 0L));
                case Question.Top _ -> new Answer.Top(List.of("/a", "\"<b>"), List.of(1L << 40, 1L));
                case Question.TopProperties _ -> new Answer.Top(List.of("plan"), List.of(3L));
                case Question.TopValues _ -> new Answer.Top(List.of("\"x\"", "12.50"), List.of(2L, 1L));
                case Question.Summary _ when nth == 2 -> new Answer.Summary(0, 0, 0, 0, 0);
                case Question.Summary _ -> new Answer.Summary(nth, 8, 20, 2, 63);
            };
        }
    }

    private final Oracle oracle = new Oracle();
    private final Router router = router(oracle);

    private static Router router(Statistics statistics) {
        return new Router(new StatsApi(statistics, InstantSource.fixed(NOW)).routes(), List.of());
    }

    private static Response visitors(Statistics statistics) {
        return router(statistics).handle(Request.of(Method.GET, "/api/v1/stats/visitors?" + RANGE));
    }

    private Response get(String target) {
        return router.handle(Request.of(Method.GET, "/api/v1/stats/" + target));
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }

    private Map<Dimension, List<Filter>> filters(String parameters) {
        assertEquals(200, get("visitors?" + RANGE + "&" + parameters).status(), parameters);
        return oracle.selections.getLast().filters();
    }

    private String refusal(String target) {
        Response response = get(target);
        assertEquals(400, response.status(), target);
        assertEquals("no-store", response.header("Cache-Control").orElseThrow());
        assertEquals(List.of(), oracle.questions);
        return response.problem().orElseThrow().detail();
    }

    @Test void tellsASeries() {
        Response response = get("visitors?" + RANGE);
        assertEquals("{\"from\":1767225600,\"to\":1767229199,\"keys\":[1767225600000,1767225660000],\"values\":[3,0]}",
                text(response));
        assertEquals("application/json", response.header("Content-Type").orElseThrow());
        assertEquals("no-store", response.header("Cache-Control").orElseThrow());
    }

    @Test void tellsATop() {
        assertEquals("{\"from\":1767225600,\"to\":1767229199,\"keys\":[\"/a\",\"\\\"<b>\"],"
                + "\"values\":[1099511627776,1]}", text(get("top-pages?" + RANGE)));
    }

    @Test void tellsThePropertiesOfAnEvent() {
        assertEquals("{\"from\":1767225600,\"to\":1767229199,\"keys\":[\"plan\"],\"values\":[3]}",
                text(get("top-custom-event-properties?name=sign+up&limit=7&" + RANGE)));
        assertEquals(List.of(new Question.TopProperties("sign up", 7)), oracle.questions);
        assertEquals(400, get("top-custom-event-properties?" + RANGE).status());
    }

    @Test void tellsTheValuesOfAPropertyAsJsonText() {
        assertEquals("{\"from\":1767225600,\"to\":1767229199,\"keys\":[\"\\\"x\\\"\",\"12.50\"],\"values\":[2,1]}",
                text(get("top-custom-event-values?name=a+b&property=%C3%BC&limit=7&" + RANGE)));
        assertEquals(List.of(new Question.TopValues("a b", "ü", 7)), oracle.questions);
    }

    @Test void tellsTotalsOfTheRangeAndOfTheOneBeforeAndWhoIsThere() {
        assertEquals("{\"from\":1767225600,\"to\":1767229199,\"visitors\":1,\"sessions\":8,\"pageviews\":20,"
                + "\"bounces\":2,\"views_per_session\":2.5,\"bounce_rate\":0.25,\"session_duration\":7,"
                + "\"live_visitors\":3,\"previous\":{\"from\":1767222000,\"to\":1767225599,\"visitors\":0,"
                + "\"sessions\":0,\"pageviews\":0,\"bounces\":0,\"views_per_session\":0,\"bounce_rate\":0,"
                + "\"session_duration\":0}}", text(get("summary?country=DE&" + RANGE)));
        Map<Dimension, List<Filter>> german = Map.of(Dimension.COUNTRY, List.of(new Filter("DE", false, false)));
        long now = NOW.getEpochSecond();
        assertEquals(List.of(new Selection(JANUARY, JANUARY + 3599, german),
                new Selection(JANUARY - 3600, JANUARY - 1, german), new Selection(now - 899, now, german)),
                oracle.selections);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            visitors, VISITORS
            sessions, SESSIONS
            sessions-duration, SESSIONS_DURATION
            pageviews, PAGEVIEWS
            bounces, BOUNCES
            live-visitors, LIVE_VISITORS
            """)
    void asksForEverySeries(String name, Metric metric) {
        get(name + "?" + RANGE);
        assertEquals(List.of(new Question.Series(metric, new Buckets.Steps(112))), oracle.questions);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            top-pages, PAGES
            top-entry-pages, ENTRY_PAGES
            top-exit-pages, EXIT_PAGES
            top-not-found, NOT_FOUND
            top-referrers, REFERRERS
            top-countries, COUNTRIES
            top-operating-systems, SYSTEMS
            top-browsers, BROWSERS
            top-devices, DEVICES
            top-utm-sources, UTM_SOURCES
            top-utm-mediums, UTM_MEDIUMS
            top-utm-campaigns, UTM_CAMPAIGNS
            top-utm-terms, UTM_TERMS
            top-utm-contents, UTM_CONTENTS
            top-domains, DOMAINS
            top-custom-events, CUSTOM_EVENTS
            top-outbound-links, OUTBOUND_LINKS
            top-file-downloads, FILE_DOWNLOADS
            """)
    void asksForEveryTop(String name, Ranking ranking) {
        get(name + "?" + RANGE);
        get(name + "?limit=1000&" + RANGE);
        assertEquals(List.of(new Question.Top(ranking, 10), new Question.Top(ranking, 1000)), oracle.questions);
    }

    @Test void answersManyQuestionsWithOneLook() {
        assertEquals("{\"from\":1767225600,\"to\":1767229199,\"answers\":["
                + "{\"keys\":[\"plan\"],\"values\":[3]},"
                + "{\"visitors\":1,\"sessions\":8,\"pageviews\":20,\"bounces\":2,\"views_per_session\":2.5,"
                + "\"bounce_rate\":0.25,\"session_duration\":7},"
                + "{\"keys\":[1767225600000,1767225660000],\"values\":[3,0]}]}",
                text(get("view?" + RANGE + "&limit=3&ask=top-custom-event-properties%3Fname%3Da%2526b%26limit%3D7"
                        + "&country=DE&ask=totals&ask=sessions")));
        assertEquals(List.of(new Question.TopProperties("a&b", 7), new Question.Summary(),
                new Question.Series(Metric.SESSIONS, new Buckets.Steps(112))), oracle.questions);
        assertEquals(List.of(new Selection(JANUARY, JANUARY + 3599,
                Map.of(Dimension.COUNTRY, List.of(new Filter("DE", false, false))))), oracle.selections);
    }

    @Test void questionsOfAViewHaveWhatIsSaidOnceForAll() {
        get("view?" + RANGE + "&limit=3&ask=top-pages&ask=top-countries%3Flimit%3D5");
        assertEquals(List.of(new Question.Top(Ranking.PAGES, 3), new Question.Top(Ranking.COUNTRIES, 5)),
                oracle.questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ask      | limit=3
            ask      | ask=
            ask      | ask=totals&ask=top-nothing
            ask      | ask=summary
            ask      | ask=top-pages%3Fpath%3D/a
            ask      | ask=top-pages%3Ffrom%3Dnow
            ask      | ask=top-pages%3Fask%3Dtotals
            limit    | ask=totals&ask=top-pages%3Flimit%3D0
            interval | ask=sessions%3Finterval%3Dyear
            name     | ask=top-custom-event-properties
            from     | ask=totals&from=never
            """)
    void namesTheParameterOfAViewThatIsWrong(String name, String parameters) {
        String range = parameters.contains("&from=") ? "to=now&" : RANGE + "&";
        assertTrue(refusal("view?" + range + parameters).contains("parameter " + name + " "));
    }

    @Test void aViewHasAnEnd() {
        assertEquals(200, get("view?" + RANGE + "&ask=totals".repeat(ViewApi.MOST)).status());
        assertEquals(400, get("view?" + RANGE + "&ask=totals".repeat(ViewApi.MOST + 1)).status());
    }

    @Test void asksToComeBackWhereTooManyWait() {
        Statistics busy = (_, _) -> {
            throw new Overloaded();
        };
        Response response = visitors(busy);
        assertEquals(503, response.status());
        assertEquals("1", response.header("Retry-After").orElseThrow());
    }

    @Test void saysThatTheEventsCannotBeRead() {
        Statistics blind = (_, _) -> {
            throw new NoSuchFileException("events-00000001.log");
        };
        Response response = visitors(blind);
        assertEquals(503, response.status());
        assertEquals("1", response.header("Retry-After").orElseThrow());
    }

    @Test void saysWhatIsMissingWhereThereIsTooLittleMemory() {
        Statistics small = (_, _) -> {
            throw new TooLittleMemory("start with a larger heap");
        };
        Response response = visitors(small);
        assertEquals(503, response.status());
        assertEquals("start with a larger heap", response.problem().orElseThrow().detail());
    }

    @Test void answersNothingElse() {
        assertEquals(404, get("top-operating-system?" + RANGE).status());
        assertEquals(404, get("VISITORS?" + RANGE).status());
        assertEquals(405, router.handle(Request.of(Method.POST, "/api/v1/stats/visitors?" + RANGE)).status());
        assertEquals(200, router.handle(Request.of(Method.HEAD, "/api/v1/stats/visitors?" + RANGE)).status());
    }

    @Test void readsTimesByTheZone() {
        get("visitors?from=now-1d/d&to=now/d&tz=Europe%2FBerlin");
        Selection selection = oracle.selections.getLast();
        assertEquals(Instant.parse("2026-02-16T23:00:00Z").getEpochSecond(), selection.from());
        assertEquals(Instant.parse("2026-02-18T22:59:59Z").getEpochSecond(), selection.to());
        get("visitors?from=2026-01-01&to=2026-01-01+1w&tz=Etc/GMT+1");
        assertEquals(JANUARY + 3600, oracle.selections.getLast().from());
        assertEquals(JANUARY + 3600 + 7 * 86_400, oracle.selections.getLast().to());
    }

    @ParameterizedTest
    @CsvSource({"EST, 5", "MST, 7", "HST, 10", "ROC, -8", "GMT-0, 0", "GMT+0, 0", "GMT%2B0, 0", "EST5EDT, 5"})
    void knowsEveryNameOfTheTimeZoneDatabase(String zone, int hours) {
        get("visitors?from=2026-01-01&to=2026-01-02&tz=" + zone);
        assertEquals(JANUARY + 3600 * hours, oracle.selections.getLast().from());
    }

    @Test void dividesByTheCalendarWhereAnIntervalIsNamed() {
        get("pageviews?interval=day&tz=Europe/Berlin&from=2026-03-29/d&to=2026-03-30/d");
        long first = Instant.parse("2026-03-28T23:00:00Z").getEpochSecond();
        assertEquals(List.of(new Question.Series(Metric.PAGEVIEWS,
                new Buckets.Calendar(new long[] {first, first + 23 * 3600}))), oracle.questions);
    }

    @Test void filtersByEveryDimension() {
        Map<String, Dimension> names = Map.ofEntries(Map.entry("domain", Dimension.DOMAIN),
                Map.entry("path", Dimension.PATH), Map.entry("entry-path", Dimension.ENTRY_PATH),
                Map.entry("exit-path", Dimension.EXIT_PATH), Map.entry("referrer", Dimension.REFERRER),
                Map.entry("os", Dimension.SYSTEM), Map.entry("browser", Dimension.BROWSER),
                Map.entry("device", Dimension.DEVICE), Map.entry("country", Dimension.COUNTRY),
                Map.entry("utm-source", Dimension.UTM_SOURCE), Map.entry("utm-medium", Dimension.UTM_MEDIUM),
                Map.entry("utm-campaign", Dimension.UTM_CAMPAIGN), Map.entry("utm-term", Dimension.UTM_TERM),
                Map.entry("utm-content", Dimension.UTM_CONTENT));
        names.forEach((name, dimension) -> assertEquals(
                Map.of(dimension, List.of(new Filter("x", true, true), new Filter("y", false, false))),
                filters(name + "=!x*,y")));
        assertEquals(Dimension.values().length, names.size());
    }

    @Test void decodesFiltersAsForms() {
        assertEquals(List.of(new Filter("Mac OS X", false, false), new Filter("é,", false, false)),
                filters("os=Mac+OS%20X%2C%C3%A9%5C%2C").get(Dimension.SYSTEM));
        assertEquals(List.of(new Filter("", false, false)), filters("utm-source=").get(Dimension.UTM_SOURCE));
    }

    @Test void joinsFiltersOfOneName() {
        assertEquals(Map.of(Dimension.COUNTRY, List.of(new Filter("DE", false, false), new Filter("FR", false, false)),
                Dimension.PATH, List.of(new Filter("/", false, false))), filters("country=DE&path=/&country=FR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from     | to=now
            to       | from=now
            from     | from=&to=now
            from     | from=yesterday&to=now
            to       | from=now&to=now-7x
            to       | from=2026-01-01&to=2026-02-30
            from     | from=now&to=now-1s
            from     | from=2026-01-01T00:00:00.5Z&to=2026-01-01T00:00:00.4Z
            to       | from=now&to=now%2B9000y
            tz       | from=now&to=now&tz=Nowhere
            tz       | from=now&to=now&tz=
            tz       | from=now&to=now&tz=%2B02:00
            tz       | from=now&to=now&tz=UTC%2B1
            tz       | from=now&to=now&tz=SystemV/EST5
            tz       | from=now&to=now&tz=../../etc
            limit    | from=now&to=now&limit=0
            limit    | from=now&to=now&limit=1001
            limit    | from=now&to=now&limit=-1
            limit    | from=now&to=now&limit=ten
            limit    | from=now&to=now&limit=
            limit    | from=now&to=now&limit=99999999999999999999
            limit    | from=now&to=now&limit=%D9%A3
            interval | from=now&to=now&interval=year
            interval | from=now&to=now&interval=
            interval | from=2020-01-01&to=2026-01-01&interval=minute
            """)
    void namesTheParameterThatIsWrong(String name, String parameters) {
        assertTrue(refusal("visitors?" + parameters).contains("parameter " + name + " "));
        assertTrue(refusal("top-pages?" + parameters).contains("parameter " + name + " "));
        assertTrue(refusal("summary?" + parameters).contains("parameter " + name + " "));
    }

    @Test void wantsTheNameAndThePropertyOfCustomEvents() {
        assertTrue(refusal("top-custom-event-values?property=a&" + RANGE).contains("parameter name "));
        assertTrue(refusal("top-custom-event-values?name=a&" + RANGE).contains("parameter property "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pathh", "Country", "utm_source", "", "x%0A%3Cb%3E"})
    void refusesAParameterThatNobodyKnows(String name) {
        assertTrue(refusal("visitors?" + RANGE + "&" + name + "=x").startsWith("There is no parameter '"));
    }
}
