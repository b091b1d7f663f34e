package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.event.Campaign;
import prisme.event.Event;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Router;
import prisme.visitors.Visitors;

class EventsTest {
    private static final String PAGEVIEWS = "/api/v1/events/pageviews";
    private static final String CUSTOM = "/api/v1/events/custom/signup";
    private static final String DOWNLOADS = "/api/v1/events/file-downloads";
    private static final String OUTBOUND = "/api/v1/events/outbound-links";
    private static final String PIXEL = "/api/v1/noscript/events/pageviews";
    private static final String PIXEL_CUSTOM = "/api/v1/noscript/events/custom/signup";
    private static final String LINK = "/api/v1/noscript/events/outbound-links";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Event> stored = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean diskFull;
    private final Router router = router();

    private Router router() {
        Visitors visitors = new Visitors(new Visitors.Limits(Duration.ofDays(1), 64, 1 << 20),
                (pageview, _) -> store(pageview));
        Events.Bounds bounds = new Events.Bounds(RateLimit.none(), 4, Duration.ofMillis(1));
        Events events = new Events(bounds, Origins.parse("example.com,*.example.org"), _ -> "NL", visitors, this::store,
                (_, outcome, detail) -> told.add(outcome + " " + detail), () -> NOW);
        return new Router(events.routes(), events.scopes());
    }

    private void store(Event event) throws IOException {
        if (diskFull) {
            throw new IOException("no space left");
        }
        stored.add(event);
    }

    @Test void tellsWhatBecomesOfEveryReport() {
        answer(post(PAGEVIEWS).with("X-Prisme-Referrer", "https://example.com/a"));
        answer(post(PAGEVIEWS).with("X-Prisme-Referrer", "https://example.com/a"));
        answer(post(PAGEVIEWS));
        answer(Request.of(Method.POST, PAGEVIEWS));
        answer(post(CUSTOM).with("X-Prisme-Referrer", "https://example.com/elsewhere"));
        answer(Request.of(Method.OPTIONS, PAGEVIEWS));
        answer(Request.of(Method.HEAD, PIXEL));
        assertEquals(List.of("STORED", "REPEATED", "BAD_REQUEST", "ORIGIN", "NO_SESSION"),
                told.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
        diskFull = true;
        answer(post(PAGEVIEWS).with("X-Prisme-Referrer", "https://example.com/b"));
        assertEquals("UNAVAILABLE The event could not be stored: no space left", told.getLast());
    }

    @Test void anUnknownVersionIsNoFaultOfTheServer() {
        assertEquals(Outcome.BAD_REQUEST, Outcome.told(Response.problem(505, "")));
        assertEquals(Outcome.UNAVAILABLE, Outcome.told(Response.problem(503, "")));
    }

    @Test void storesAPageview() {
        Response response = answer(post(PAGEVIEWS).with("X-Prisme-Referrer", "https://example.com/a?utm_source=mail")
                .with("X-Prisme-Document-Referrer", "https://search.example/?q=x").with("X-Prisme-Status", "404"));
        assertEquals(200, response.status());
        Event.Pageview pageview = assertInstanceOf(Event.Pageview.class, stored.getFirst());
        assertEquals("/a", pageview.path());
        assertEquals(404, pageview.status());
        assertEquals("search.example", pageview.visit().referrerDomain());
        assertEquals(new Campaign("mail", "", "", "", ""), pageview.visit().campaign());
    }

    @Test void knowsWhoViewsAPage() {
        answer(pageview("/a").with("Sec-CH-UA-Platform", "\"Chrome OS\""));
        assertEquals("Chrome OS", stored.getFirst().visit().client().system());
        assertEquals("NL", stored.getFirst().visit().country());
    }

    @Test void countsNoBots() {
        Request request = Request.of(Method.POST, PAGEVIEWS).with("Origin", "https://example.com")
                .with("Referer", "https://example.com/a").with("User-Agent", "ExampleBot/1.0 (+https://bot.example)");
        Response response = answer(request);
        assertEquals(400, response.status());
        assertTrue(response.problem().orElseThrow().detail().startsWith("Bots are not counted"));
        assertEquals(List.of(), stored);
    }

    @Test void readsThePageFromHeaderThenParameterThenReferer() {
        Request bare = post(PAGEVIEWS + "?referrer=https%3A%2F%2Fexample.com%2Fb")
                .with("Referer", "https://example.com/c");
        answer(bare.with("X-Prisme-Referrer", "https://example.com/a"));
        answer(bare);
        answer(post(PAGEVIEWS).with("Referer", "https://example.com/c"));
        assertEquals(List.of("/a", "/b", "/c"), paths());
    }

    @Test void anEmptyAddressTellsNothing() {
        answer(post(PAGEVIEWS + "?referrer=").with("X-Prisme-Referrer", "").with("Referer", "https://example.com/c"));
        answer(get(PIXEL + "?referrer=").with("X-Prisme-Referrer", "").with("Referer", "https://example.com/d"));
        answer(post(PAGEVIEWS + "?referrer=https://example.com/e").with("X-Prisme-Referrer", ""));
        assertEquals(List.of("/c", "/d", "/e"), paths());
        assertEquals(400, answer(post(PAGEVIEWS + "?referrer=").with("Referer", "")).status());
    }

    @Test void anEmptyVisitorIdOrStatusTellsNothing() {
        answer(post(PAGEVIEWS + "?visitor-id=me&status=404").with("Referer", "https://example.com/a")
                .with("X-Prisme-Visitor-Id", "").with("X-Prisme-Status", ""));
        Event.Pageview pageview = assertInstanceOf(Event.Pageview.class, stored.getFirst());
        assertEquals("me 404", pageview.visitorId() + " " + pageview.status());
    }

    @Test void anEmptyDocumentReferrerTellsThatThereIsNone() {
        answer(post(PAGEVIEWS + "?document-referrer=https://other.example/").with("Referer", "https://example.com/a")
                .with("X-Prisme-Document-Referrer", ""));
        assertEquals("direct", stored.getFirst().visit().referrerDomain());
    }

    @Test void takesADocumentReferrerOfAnyLength() {
        String referrer = "https://search.example/?q=" + "x".repeat(8000);
        assertEquals(200, answer(pageview("/a").with("X-Prisme-Document-Referrer", referrer)).status());
        assertEquals("search.example", stored.getFirst().visit().referrerDomain());
    }

    @Test void takesTheOriginOfAnImageFromARefererOfAnyLength() {
        answer(Request.of(Method.GET, PIXEL + "?referrer=https://example.com/a")
                .with("Referer", "https://example.com/?" + "x".repeat(8000)));
        assertEquals(List.of("/a"), paths());
    }

    @Test void readsThePageOfAnImageFromTheParameterFirst() {
        answer(get(PIXEL + "?referrer=https://example.com/b").with("X-Prisme-Referrer", "https://example.com/a"));
        assertEquals(List.of("/b"), paths());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "utm_source=a&utm_medium=b&utm_campaign=c&utm_term=d&utm_content=e | a,b,c,d,e",
        "ref=hn | hn,,,,", "ref=hn&utm_source= | hn,,,,", "ref=hn&utm_source=x | x,,,,",
        "utm_source=a+b%20c&utm_source=z | a b c,,,,", "utm_source=%C3%A4 | ä,,,,", "UTM_SOURCE=a | ,,,,",
        "utm_source=日本&utm_medium=été&utm_term=Ж😀{x} | 日本,été,,Ж😀{x},", "utm_source=100%&ref=x | 100%,,,,",
    })
    void readsTheCampaign(String query, String expected) {
        answer(post(PAGEVIEWS).with("Referer", "https://example.com/?" + query));
        Campaign campaign = stored.getFirst().visit().campaign();
        assertEquals(expected, String.join(",", campaign.source(), campaign.medium(), campaign.campaign(),
                campaign.term(), campaign.content()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "X-Prisme-Referrer | /relative | page's address",
        "X-Prisme-Referrer | ftp://example.com/ | page's address",
        "X-Prisme-Document-Referrer | nonsense | document referrer",
        "X-Prisme-Status | 99 | status", "X-Prisme-Status | 600 | status", "X-Prisme-Status | +200 | status",
        "X-Prisme-Status | 2e2 | status", "X-Prisme-Status | ٢٠٠ | status",
        "X-Prisme-Visitor-Id | a\u0007b | visitor id",
    })
    void refusesAPageviewThatIsWrong(String header, String value, String named) {
        Response response = answer(pageview("/a").with(header, value));
        assertEquals(400, response.status());
        assertTrue(response.problem().orElseThrow().detail().contains(named), response.problem().toString());
        assertEquals(List.of(), stored);
    }

    @Test void takesAVisitorIdOf256Characters() {
        assertEquals(200, answer(pageview("/a").with("X-Prisme-Visitor-Id", "ä".repeat(256))).status());
        assertEquals(400, answer(pageview("/b").with("X-Prisme-Visitor-Id", "a".repeat(257))).status());
        assertEquals("ä".repeat(256), stored.getFirst().visitorId());
    }

    @Test void takesAnEmptyVisitorIdForNone() {
        answer(pageview("/a").with("X-Prisme-Visitor-Id", ""));
        assertTrue(stored.getFirst().visitorId().startsWith("prisme_"));
    }

    @Test void requiresARegisteredOrigin() {
        assertEquals(400, answer(Request.of(Method.POST, PAGEVIEWS).with("Referer", "https://example.com/")).status());
        assertEquals(400, answer(post(PAGEVIEWS).with("Referer", "https://example.com/").with("Origin",
                "https://example.com")).status(), "two origins");
        for (String origin : List.of("https://evil.example", "null", "https://example.org", "example.com")) {
            Request request = Request.of(Method.POST, PAGEVIEWS).with("Origin", origin)
                    .with("Referer", "https://example.com/");
            assertEquals(400, answer(request).status(), origin);
        }
        assertEquals(List.of(), stored);
    }

    @Test void takesThePageOfAnotherDomain() {
        answer(post(PAGEVIEWS).with("Referer", "https://elsewhere.example/a"));
        assertEquals("elsewhere.example", stored.getFirst().visit().domain());
    }

    @Test void storesACustomEvent() {
        answer(pageview("/a"));
        Response response = answer(post(CUSTOM).with("Referer", "https://example.com/a")
                .with("Content-Type", "Application/JSON; charset=utf-8")
                .withBody(" { \"n\" : 1e400, \"big\":12345678901234567890, \"n\" : [1, {\"a\": \"ä\"}] } "));
        assertEquals(200, response.status());
        Event.Custom custom = assertInstanceOf(Event.Custom.class, stored.getLast());
        assertEquals("signup", custom.name());
        assertEquals("{\"n\":[1,{\"a\":\"ä\"}],\"big\":12345678901234567890}", custom.properties());
        assertEquals(stored.getFirst().visit(), custom.visit());
    }

    @Test void storesACustomEventWithoutBody() {
        answer(pageview("/a"));
        assertEquals(200, answer(post(CUSTOM).with("Referer", "https://example.com/a")).status());
        assertEquals("{}", assertInstanceOf(Event.Custom.class, stored.getLast()).properties());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "text/plain | {}", "application/jsonp | {}", "application/json | []", "application/json | {} {}",
        "application/json | {'a':1}", "application/json | {\"a\":01}", "application/json | ~ ~",
    })
    void refusesABodyThatIsNoJsonObject(String contentType, String body) {
        answer(pageview("/a"));
        Response response = answer(post(CUSTOM).with("Referer", "https://example.com/a")
                .with("Content-Type", contentType).withBody(body));
        assertEquals(400, response.status());
        assertEquals(1, stored.size());
    }

    @ParameterizedTest
    @CsvSource({"30000, 200", "65000, 400"})
    void refusesNamesOfPropertiesThatGrowBeyondARecordWhenTheyAreEscaped(int controlCharacters, int status) {
        answer(pageview("/a"));
        Response response = answer(post(CUSTOM).with("Referer", "https://example.com/a")
                .with("Content-Type", "application/json")
                .withBody("{\"" + "\u007f".repeat(controlCharacters) + "\":1}"));
        assertEquals(status, response.status());
    }

    @Test void readsTheNameOfACustomEvent() {
        answer(pageview("/a"));
        custom("a%2Fb%20%C3%A4+");
        assertEquals("a/b ä+", assertInstanceOf(Event.Custom.class, stored.getLast()).name());
        assertEquals(200, custom("%F0%9F%98%80".repeat(128)).status());
        assertEquals(400, custom("%F0%9F%98%80".repeat(129)).status());
        assertEquals(400, custom("a%00").status());
        assertEquals(400, custom("a%C2%85").status());
        assertEquals(400, custom("%ff").status());
        assertEquals(404, custom("").status());
    }

    private Response custom(String name) {
        return answer(post("/api/v1/events/custom/" + name).with("Referer", "https://example.com/a"));
    }

    @Test void saysThatThereIsNoSession() {
        Response response = answer(post(CUSTOM).with("Referer", "https://example.com/a"));
        assertEquals(400, response.status());
        assertTrue(response.problem().orElseThrow().detail().contains("session not found"));
    }

    @Test void storesADownloadAndAnOutboundClick() {
        answer(pageview("/a"));
        assertEquals(200, answer(post(DOWNLOADS).with("Referer", "https://example.com/a")
                .withBody("https://example.com/x.zip?v=1#top")).status());
        assertEquals(200, answer(post(OUTBOUND).with("Referer", "https://example.com/a")
                .withBody("https://other.example/")).status());
        assertEquals("https://example.com/x.zip?v=1", ((Event.FileDownload) stored.get(1)).url());
        assertEquals("https://other.example/", ((Event.OutboundClick) stored.get(2)).link());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/x.zip", "javascript:alert(1)", "https://", "https://exa mple.com/",
        "https://example.com:8443/same-host", "http://EXAMPLE.com"})
    void refusesAnOutboundClickThatIsNone(String link) {
        answer(pageview("/a"));
        assertEquals(400, answer(post(OUTBOUND).with("Referer", "https://example.com/a").withBody(link)).status());
        assertEquals(1, stored.size());
    }

    @Test void takesAPing() {
        answer(pageview("/a"));
        answer(post(OUTBOUND).with("Ping-From", "https://example.com/a").with("Ping-To", "https://other.example/")
                .withBody("PING"));
        answer(post(DOWNLOADS).with("Ping-From", "https://example.com/a").with("Ping-To", "https://example.com/f")
                .withBody("PING"));
        assertEquals(List.of("/a", "/a", "/a"), paths());
    }

    @Test void takesAPingWhoseRefererPolicyCutThePathOfItsPageviews() {
        answer(pageview("/"));
        answer(post(OUTBOUND).with("Ping-From", "https://example.com/deep").with("Ping-To", "https://other.example/")
                .withBody("PING"));
        assertEquals(List.of("/", "/"), paths());
    }

    @Test void takesAPingThatDoesNotSayWhereItComesFrom() {
        answer(pageview("/a"));
        answer(post(OUTBOUND).with("Ping-To", "https://other.example/").withBody("PING"));
        answer(post(OUTBOUND).with("Ping-From", "").with("Ping-To", "https://other.example/").withBody("PING"));
        assertEquals(List.of("/a", "/a", "/a"), paths());
    }

    @Test void takesThePageOfAPingFromTheAddressThatIsPinged() {
        answer(pageview("/a"));
        answer(pageview("/b"));
        String told = "?referrer=https%3A%2F%2Fexample.com%2Fa";
        answer(post(OUTBOUND + told).with("Ping-To", "https://other.example/").withBody("PING"));
        answer(post(DOWNLOADS + told).with("Ping-From", "").with("Ping-To", "https://example.com/f").withBody("PING"));
        answer(post(OUTBOUND + told).with("Ping-From", "https://example.com/b")
                .with("Ping-To", "https://other.example/").withBody("PING"));
        assertEquals(List.of("/a", "/b", "/a", "/a", "/b"), paths());
        assertEquals(400, answer(post(OUTBOUND + "?referrer=/a").with("Ping-To", "https://other.example/")
                .withBody("PING")).status());
    }

    @Test void refusesAPingThatLeadsNowhere() {
        answer(pageview("/a"));
        assertEquals(400, answer(post(OUTBOUND).with("Ping-From", "https://example.com/a").withBody("PING")).status());
        assertEquals(400, answer(post(OUTBOUND).with("Ping-From", "/a").with("Ping-To", "https://other.example/")
                .withBody("PING")).status());
    }

    @Test void answersAnImageWithAnImage() {
        Response response = answer(get(PIXEL).with("Referer", "https://example.com/a"));
        assertEquals(200, response.status());
        assertEquals("image/gif", response.header("Content-Type").orElseThrow());
        assertEquals("no-store", response.header("Cache-Control").orElseThrow());
        assertEquals(List.of("/a"), paths());
    }

    @Test void takesTheOriginOfAnImageFromItsReferer() {
        answer(Request.of(Method.GET, PIXEL).with("Referer", "https://sub.example.org/a"));
        assertEquals(List.of("/a"), paths());
        Request other = Request.of(Method.GET, PIXEL).with("Referer", "https://evil.example/a");
        assertEquals(400, answer(other).status());
        assertEquals(400, answer(Request.of(Method.GET, PIXEL)).status());
    }

    @Test void takesAnEmptyOriginForNone() {
        answer(Request.of(Method.GET, PIXEL).with("Origin", "").with("Referer", "https://sub.example.org/a"));
        assertEquals(List.of("/a"), paths());
        assertEquals("The Origin header is missing: send the address of the site, such as https://example.com.",
                detail(Request.of(Method.POST, PAGEVIEWS).with("Origin", "")));
        assertTrue(detail(Request.of(Method.GET, PIXEL).with("Referer", "")).startsWith("The Origin header is miss"));
    }

    @Test void namesTheHeaderThatTheOriginOfAnImageIsTakenFrom() {
        assertEquals("The Referer header begins with neither http:// nor https://.",
                detail(Request.of(Method.GET, PIXEL).with("Referer", "android-app://example.com/a")));
        assertEquals("The Referer header begins with neither http:// nor https://.",
                detail(Request.of(Method.GET, PIXEL).with("Referer", "nonsense")));
        assertEquals("The Origin header begins with neither http:// nor https://.",
                detail(Request.of(Method.GET, PIXEL).with("Referer", "https://a.example/").with("Origin", "none")));
    }

    private String detail(Request request) {
        return answer(request).problem().orElseThrow().detail();
    }

    @Test void keepsTheImageWhenItRefuses() {
        Response response = answer(get(PIXEL + "?referrer=nonsense"));
        assertEquals(400, response.status());
        assertEquals("image/gif", response.header("Content-Type").orElseThrow());
        assertTrue(response.header("X-Prisme-Error").orElseThrow().contains("page's address"));
        assertTrue(response.problem().orElseThrow().detail().contains("page's address"), "for the access log");
        assertEquals(Optional.of("cross-origin"), response.header("Cross-Origin-Resource-Policy"));
        Response wrongMethod = answer(post(PIXEL));
        assertEquals(405, wrongMethod.status());
        assertEquals("image/gif", wrongMethod.header("Content-Type").orElseThrow());
    }

    @Test void storesTheCustomEventOfAnImage() {
        answer(pageview("/a"));
        answer(get(PIXEL_CUSTOM + "?referrer=https://example.com/a&prop-plan=%22pro%22&prop-n=1&x=y&prop-n=%5B%5D"));
        assertEquals("{\"plan\":\"pro\",\"n\":[]}", ((Event.Custom) stored.getLast()).properties());
        Response wrong = answer(get(PIXEL_CUSTOM + "?referrer=https://example.com/a&prop-plan=pro"));
        assertEquals(400, wrong.status());
        assertTrue(wrong.header("X-Prisme-Error").orElseThrow().contains("prop-plan"));
    }

    @Test void anEventOfAnImageOrALinkWhoseRefererIsCutOffBelongsToTheLatestVisit() {
        answer(pageview("/a"));
        String link = LINK + "?url=https://other.example/";
        assertEquals(200, answer(get(PIXEL_CUSTOM).with("Referer", "https://example.com/")).status());
        assertEquals(302, answer(get(link).with("Referer", "https://example.com/")).status());
        assertEquals(List.of("/a", "/a", "/a"), paths());
        assertEquals(400, answer(get(PIXEL_CUSTOM).with("Referer", "https://example.com/b")).status());
        assertEquals(400, answer(get(PIXEL_CUSTOM).with("Referer", "https://example.com/?b")).status());
        assertEquals(400, answer(get(link + "&referrer=https://example.com/")).status(), "nobody cuts this off");
        assertEquals(400, answer(post(CUSTOM).with("Referer", "https://example.com/")).status());
        answer(pageview("/"));
        assertEquals(200, answer(get(PIXEL_CUSTOM).with("Referer", "https://example.com/")).status());
        assertEquals("/", paths().getLast());
    }

    @Test void takesAddressesWithSpacesAroundThem() {
        answer(pageview("/a"));
        Response response = answer(get(LINK + "?url=+https://other.example/%0a&referrer=%20https://example.com/a+"));
        assertEquals("https://other.example/", response.header("Location").orElseThrow());
        assertEquals(List.of("/a", "/a"), paths());
    }

    @Test void leadsToAPageInAnotherEncoding() {
        answer(pageview("/a"));
        Response response = answer(get(LINK + "?referrer=https://example.com/a&url=https://other.example/caf%e9"));
        assertEquals("https://other.example/caf%E9", response.header("Location").orElseThrow());
    }

    @Test void leadsAVisitorOn() {
        answer(pageview("/a"));
        Response response = answer(get(LINK + "?referrer=https://example.com/a&url=https://other.example/?a%3Db"));
        assertEquals(302, response.status());
        assertEquals("https://other.example/?a=b", response.header("Location").orElseThrow());
        assertEquals("https://other.example/?a=b", ((Event.OutboundClick) stored.getLast()).link());
    }

    @Test void leadsAVisitorToTheVeryPlaceButStoresNoFragment() {
        String link = LINK + "?referrer=https://example.com/a&url=https://other.example/%23top";
        Response stranded = answer(get(link));
        assertTrue(new String(stranded.bytes(), StandardCharsets.UTF_8)
                .contains("href=\"https://other.example/#top\""));
        answer(pageview("/a"));
        assertEquals("https://other.example/#top", answer(get(link)).header("Location").orElseThrow());
        assertEquals("https://other.example/", ((Event.OutboundClick) stored.getLast()).link());
    }

    @Test void refusesALinkThatIsTooLongToStore() {
        answer(pageview("/a"));
        for (String route : List.of(OUTBOUND, DOWNLOADS)) {
            Request request = post(route).with("Referer", "https://example.com/a");
            assertEquals(400, answer(request.withBody("https://other.example/" + "ä".repeat(400))).status());
            assertEquals(400, answer(request.withBody("https://other.example/" + "a".repeat(2027))).status());
            assertEquals(200, answer(request.withBody("https://other.example/" + "a".repeat(2026))).status());
        }
    }

    @Test void strandsNobody() {
        Response response =
                answer(get(LINK + "?referrer=https://example.com/a&url=https://other.example/%22%3Cb%3E%26"));
        assertEquals(400, response.status());
        assertTrue(response.header("Content-Type").orElseThrow().startsWith("text/html"));
        answer(pageview("/a"));
        diskFull = true;
        response = answer(get(LINK + "?referrer=https://example.com/a&url=https://other.example/"));
        assertEquals(503, response.status());
        assertTrue(response.header("Retry-After").isPresent());
        assertTrue(response.header("Content-Type").orElseThrow().startsWith("text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://a.example%5C@evil.example/",
            "https:evil.example", "javascript:alert(1)",
        "data:text/html,x", "https://a.example/%0d%0aSet-Cookie:x", "%00", "", "ftp://a.example/"})
    void leadsNobodyToWhatIsNoWebAddress(String target) {
        Response response = answer(get(LINK + "?referrer=https://example.com/a&url=" + target));
        assertEquals(400, response.status());
        assertEquals("application/problem+json", response.header("Content-Type").orElseThrow());
    }

    @Test void leadsNobodyOnFromASiteThatIsNotRegistered() {
        Response response = answer(Request.of(Method.GET, LINK + "?url=https://other.example/")
                .with("Referer", "https://evil.example/"));
        assertEquals(400, response.status());
        assertEquals("application/problem+json", response.header("Content-Type").orElseThrow());
    }

    @Test void recordsNothingForHead() {
        answer(pageview("/a"));
        for (String path : List.of(PIXEL, PIXEL_CUSTOM, LINK)) {
            Response response = answer(Request.of(Method.HEAD, path + "?url=https://other.example/")
                    .with("Referer", "https://example.com/a"));
            assertTrue(response.status() < 400, path);
        }
        assertEquals(1, stored.size());
    }

    @Test void answersAnyOriginEvenWithErrors() {
        for (Request request : List.of(pageview("/a"), post(PAGEVIEWS), get(PAGEVIEWS), get("/api/v1/events/x"),
                get(PIXEL), get(LINK))) {
            assertEquals("*", answer(request).header("Access-Control-Allow-Origin").orElseThrow());
        }
    }

    @Test void allowsWhatABrowserAsksBeforehand() {
        for (String path : List.of(PAGEVIEWS, CUSTOM, DOWNLOADS, OUTBOUND)) {
            Response response = answer(Request.of(Method.OPTIONS, path).with("Origin", "https://anyone.example")
                    .with("Access-Control-Request-Headers", "content-type,x-prisme-referrer"));
            assertEquals(204, response.status());
            assertEquals("POST", response.header("Access-Control-Allow-Methods").orElseThrow());
            assertEquals("content-type,x-prisme-referrer",
                    response.header("Access-Control-Allow-Headers").orElseThrow());
            assertEquals("86400", response.header("Access-Control-Max-Age").orElseThrow());
            assertEquals("*", response.header("Access-Control-Allow-Origin").orElseThrow());
        }
        Response parted = answer(Request.of(Method.OPTIONS, PAGEVIEWS).with("Access-Control-Request-Headers", "a")
                .with("Access-Control-Request-Headers", "b,c"));
        assertEquals("a, b,c", parted.header("Access-Control-Allow-Headers").orElseThrow());
        Response hostile = answer(Request.of(Method.OPTIONS, PAGEVIEWS)
                .with("Access-Control-Request-Headers", "a\u00e4\u0001"));
        assertFalse(hostile.header("Access-Control-Allow-Headers").isPresent());
    }

    @Test void answersUnavailableWhenAnEventCannotBeStored() {
        diskFull = true;
        Response response = answer(pageview("/a"));
        assertEquals(503, response.status());
        assertTrue(response.header("Retry-After").isPresent());
        diskFull = false;
        assertEquals(200, answer(pageview("/a")).status());
        assertEquals(1, stored.size());
    }

    private Request pageview(String path) {
        return post(PAGEVIEWS).with("Referer", "https://example.com" + path);
    }

    private static Request post(String target) {
        return Request.of(Method.POST, target).with("Origin", "https://example.com").with("User-Agent", BROWSER);
    }

    private static Request get(String target) {
        return Request.of(Method.GET, target).with("Origin", "https://example.com").with("User-Agent", BROWSER);
    }

    private Response answer(Request request) {
        return router.handle(request);
    }

    private List<String> paths() {
        return stored.stream().map(Event::path).toList();
    }
}
