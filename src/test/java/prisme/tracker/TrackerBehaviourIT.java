package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.browser.Chromium;
import prisme.browser.Mouse;
import prisme.browser.Page;
import prisme.browser.Patience;
import prisme.browser.Received;
import prisme.browser.Recorder;
import prisme.browser.TestSite;

/// What the tracker reports from a real browser, to the last request. The site, the server and a third party are three
/// origins; the third party's host differs from the site's.
class TrackerBehaviourIT {
    private static final String API = "/api/v1/events/";

    private static Chromium chromium;

    private final Recorder server = new Recorder(TrackerScript.load().text());
    private final TestSite site = new TestSite();
    private final TestSite elsewhere = new TestSite();
    private Page page;

    @BeforeAll static void start() {
        chromium = Chromium.start();
    }

    @AfterAll static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach void open() {
        page = chromium.newPage();
    }

    @AfterEach void close() {
        page.close();
        server.close();
        site.close();
        elsewhere.close();
    }

    // Page views

    @Test void aPageThatLoadsIsOnePlainPost() {
        visit("/a", "", "<script>history.replaceState(0, '', '/a?utm_source=news&x={^|}')</script>");
        assertReported("pageviews /a");
        Received pageview = server.events().getFirst();
        assertEquals("POST", pageview.method());
        assertEquals(Map.of("referrer", site.url("/a?utm_source=news&x={^|}"), "document-referrer", "",
                "visitor-id", "", "status", "200"), pageview.parameters());
        assertEquals(Optional.of(site.origin()), pageview.header("Origin"));
        assertEquals(Optional.empty(), pageview.header("Content-Type"));
        assertEquals(Optional.empty(), pageview.header("Cookie"));
        assertEquals("", pageview.body());
        assertEquals(List.of(), page.errors());
    }

    @Test void tellsWhereThePageWasReachedFrom() {
        elsewhere.page("/from", "<a href='" + site.url("/a") + "'>go</a>");
        serve("/a", "", "<a href='/b?q=1'>go</a>");
        serve("/b", "", "<a href='/c#top'>go</a>");
        serve("/c", "", "");
        page.navigate(elsewhere.origin("127.0.0.1") + "/from");
        page.click("a");
        page.awaitUrl(site.url("/a"));
        server.awaitEvents(1);
        page.click("a");
        page.awaitUrl(site.url("/b?q=1"));
        server.awaitEvents(2);
        page.click("a");
        page.awaitUrl(site.url("/c#top"));
        assertReported("pageviews /a from " + elsewhere.origin("127.0.0.1") + "/", "pageviews /b from /a",
                "pageviews /c from /b");
    }

    @Test void pagesOfTheHistoryApiFollowEachOther() {
        visit("/a?q=1", "", "");
        page.evaluate("history.pushState({}, '', '/b?q=2#x')");
        server.awaitEvents(2);
        page.evaluate("history.pushState({}, '', '/c')");
        server.awaitEvents(3);
        page.evaluate("history.back()");
        server.awaitEvents(4);
        page.evaluate("history.go(-1)");
        assertReported("pageviews /a", "pageviews /b from /a", "pageviews /c from /b", "pageviews /b from /c",
                "pageviews /a from /b");
    }

    @Test void anotherQueryFragmentOrReplacedAddressIsTheSamePage() {
        visit("/a", "", "");
        page.evaluate("history.pushState({}, '', '/a')");
        page.evaluate("history.pushState({}, '', '/a?page=2')");
        page.evaluate("history.pushState({}, '', '/a?page=2#x')");
        page.evaluate("location.hash = 'y'");
        page.evaluate("history.replaceState({}, '', '/b')");
        page.evaluate("history.back()");
        page.await("location.hash == '#x'");
        assertReported("pageviews /a");
    }

    @Test void withDataHashAnotherFragmentIsAnotherPage() {
        visit("/a", "data-hash", "<a href='#one'>go</a>");
        server.awaitEvents(1);
        page.click("a");
        server.awaitEvents(2);
        page.evaluate("location.hash = 'two'");
        server.awaitEvents(3);
        page.evaluate("history.pushState({}, '', '#three')");
        server.awaitEvents(4);
        page.evaluate("history.back()");
        assertReported("pageviews /a", "pageviews /a from /a", "pageviews /a from /a", "pageviews /a from /a",
                "pageviews /a from /a");
    }

    @Test void pushStateStaysWhatItWas() {
        visit("/a", "", """
                <script>
                    pushed = [];
                    const before = history.pushState;
                    history.pushState = function (...args) { pushed.push(this == history); before.apply(this, args); };
                </script>""");
        page.evaluate("history.pushState({kept: 1}, '', '/b')");
        assertEquals("[[true],1,\"/b\"]", page.evaluate("[pushed, history.state.kept, location.pathname]"));
        assertEquals("\"SecurityError\"", page.evaluate("(() => { try {"
                + " history.pushState(0, '', 'https://elsewhere.example') } catch (e) { return e.name } })()"));
        assertReported("pageviews /a", "pageviews /b from /a");
    }

    /// The page goes on by itself as soon as the site tells it to.
    @Test void aPrerenderedPageCountsOnceItIsShown() {
        String goOn = """
                <script type="speculationrules">{"prerender": [{"urls": ["/b"], "eagerness": "immediate"}]}</script>
                <script>
                    const poll = () => fetch("/go").then(answer => answer.ok ? location.href = "/b" : setTimeout(poll, 20));
                    poll();
                </script>""";
        String prerendered = """
                <script>
                    addEventListener("load", () => {
                        prisme.trigger("early");
                        history.pushState({}, "", "/b2");
                        fetch("/loaded-" + document.prerendering);
                    });
                </script>""";
        serve("/a", "", goOn);
        serve("/b", "", prerendered);
        chromium.openUnwatched(site.url("/a"));
        Patience.until(() -> "a prerendered page", () -> site.received().stream()
                .anyMatch(request -> request.path().equals("/loaded-true")));
        assertReported("pageviews /a");
        site.page("/go", "");
        assertReported("pageviews /a", "pageviews /b2 from /a", "custom/early /b2 from /b2");
    }

    @Test void anAddressTooLongForTheServerIsCut() {
        String query = "?utm_source=news&long=" + "x".repeat(3000);
        visit("/a" + query, "", "<a href=/b>go</a>");
        serve("/b", "", "");
        page.click("a");
        page.awaitUrl(site.url("/b"));
        assertReported("pageviews /a", "pageviews /b from /a");
        assertTrue(server.events().stream().allMatch(request -> request.parameters().values().stream()
                .allMatch(value -> value.length() <= 2048)));
        assertTrue(server.events().getFirst().parameters().get("referrer").contains("utm_source=news&"));
    }

    // Options

    @Test void attributesTellWhatTheAddressDoesNot() {
        visit("/missing", "data-domain=example.com data-path=/404 data-status=404 data-visitor-id='Jörg & Co'", "");
        server.awaitEvents(1);
        page.evaluate("prisme.trigger('asked')");
        page.evaluate("history.pushState({}, '', '/home')");
        assertReported("pageviews http://example.com/404 404 Jörg & Co",
                "custom/asked http://example.com/404 from http://example.com/404 Jörg & Co",
                "pageviews http://example.com/home from http://example.com/404 Jörg & Co");
    }

    @Test void pagesOfADomainStayPagesOfOneSite() {
        serve("/b", "data-domain=example.com:8080", "");
        visit("/a", "data-domain=example.com:8080", "<a href=/b>go</a>");
        page.click("a");
        page.awaitUrl(site.url("/b"));
        assertReported("pageviews http://example.com:8080/a",
                "pageviews http://example.com:8080/b from http://example.com:8080/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/some/where", "/some/where//"})
    void theServerMayBeAnother(String path) {
        try (Recorder other = new Recorder(new byte[0])) {
            visit("/a", "data-prisme-url='" + other.url(path) + "'", "");
            other.awaitEvents(1);
            assertEquals(path.replaceAll("/+$", "") + API + "pageviews", other.events().getFirst().path());
            assertReported();
        }
    }

    @Test void withDataManualThePageTellsWhatIsAPageView() {
        visit("/a", "data-manual data-status=404", "");
        page.evaluate("history.pushState({}, '', '/b')");
        assertReported();
        page.evaluate("prisme.pageview()");
        server.awaitEvents(1);
        page.evaluate("prisme.pageview({domain: 'example.com', path: '/c', visitorId: 'v', status: 410})");
        server.awaitEvents(2);
        page.evaluate("prisme.trigger('asked')");
        assertReported("pageviews /b 404", "pageviews http://example.com/c from http://example.com/b 410 v",
                "custom/asked http://example.com/c from http://example.com/c");
    }

    @Test void pageViewsAreNotForThePageToTellOtherwise() {
        visit("/a", "", "");
        assertEquals("\"undefined\"", page.evaluate("typeof prisme.pageview"));
    }

    // Custom events

    @Test void aCustomEventWithoutPropertiesNeedsNoPreflight() {
        visit("/a", "", "");
        server.awaitEvents(1);
        page.evaluate("prisme.trigger('a/b?ü')");
        assertReported("pageviews /a", "custom/a%2Fb%3F%C3%BC /a from /a");
    }

    @Test void propertiesAreJson() {
        visit("/a", "", "");
        server.awaitEvents(1);
        page.evaluate("prisme.trigger('signup', {plan: 'Größe L', n: 1}, {path: '/x', domain: 'example.com'})");
        server.awaitEvents(3);
        assertReported("pageviews /a", "OPTIONS custom/signup http://example.com/x from http://example.com/a",
                "custom/signup http://example.com/x from http://example.com/a {\"plan\":\"Größe L\",\"n\":1}");
        assertEquals(Optional.of("application/json"), server.events().getLast().header("Content-Type"));
    }

    @Test void callsBeforeTheScriptHasLoadedAreNotLost() {
        visit("/a", "data-path=/x", """
                <script>
                    window.prisme = window.prisme || {q: [], trigger() { this.q.push(arguments) }};
                    kept = window.prisme;
                    prisme.trigger('one');
                    prisme.trigger('two', null, {path: '/y'});
                </script>""");
        server.awaitEvents(3);
        page.evaluate("kept.trigger('three')");
        assertReported("pageviews /x", "custom/one /x from /x", "custom/two /y from /x", "custom/three /x from /x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prisme.trigger('x', (o => o.o = o)({}))", "prisme.trigger('\\ud800')", "prisme.trigger()",
            "prisme.trigger('x', 1n)", "prisme.trigger('x', {}, null)", "prisme.trigger('x', {}, {domain: '['})",
            "prisme.trigger('x', {}, {path: 7})"})
    void noCallThrows(String call) {
        visit("/a", "", "");
        page.evaluate(call);
        assertEquals(List.of(), page.errors());
    }

    // Links

    @Test void aLinkToAnotherHostIsReportedWithoutItsQuery() {
        visit("/a", "", link("href='" + outside("/there?secret=1#x") + "'", "<b id=b>go</b>"));
        server.awaitEvents(1);
        page.click("#b");
        page.awaitUrl(outside("/there?secret=1#x"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
        assertEquals(Optional.of("text/plain;charset=UTF-8"), server.events().getLast().header("Content-Type"));
    }

    @Test void theMiddleButtonAndTheKeyboardFollowLinksTooTheRightButtonDoesNot() {
        visit("/a", "", link("href='" + outside("/there") + "'", "go"));
        server.awaitEvents(1);
        page.click("a", Mouse.RIGHT);
        page.click("a", Mouse.MIDDLE);
        server.awaitEvents(2);
        page.press("Escape");
        page.evaluate("document.querySelector('a').focus()");
        page.press("Enter");
        page.awaitUrl(outside("/there"));
        String click = "outbound-links /a from /a " + outside("/there");
        assertReported("pageviews /a", click, click);
    }

    @Test void theHostCountsAndNotThePort() {
        visit("/a", "", link("href='" + elsewhere.url("/there") + "'", "go"));
        page.click("a");
        page.awaitUrl(elsewhere.url("/there"));
        assertReported("pageviews /a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a id=x>none</a>", "<a id=x href='mailto:a@b.example'>mail</a>",
            "<a id=x href='javascript:void 0'>js</a>", "<a id=x href='http://['>bad</a>",
            "<a id=x href='#fragment'>here</a>", "<p id=x>no link</p>",
            "<a id=x download>nothing</a>", "<a id=x download href='data:,x'>made up</a>"})
    void whatLeadsNowhereIsNotReported(String element) {
        visit("/a", "", element);
        page.click("#x");
        assertReported("pageviews /a");
        assertEquals(List.of(), page.errors());
    }

    @Test void linksInDrawingsAreLinks() {
        visit("/a", "", """
                <svg width=90 height=90><defs><circle id=dot r=20 cx=40 cy=40 /></defs>
                <a href="%s"><use id=x href="#dot"/></a></svg>""".formatted(outside("/there")));
        page.click("#x");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
    }

    @Test void linksInTheShadowOfCustomElementsAreLinks() {
        visit("/a", "", """
                <my-button id=x></my-button>
                <script>
                    document.querySelector("my-button").attachShadow({mode: "open"}).innerHTML = "<a href='%s'>go</a>";
                </script>""".formatted(outside("/there")));
        page.click("#x");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
    }

    @Test void handlersThatStopClicksDoNotHideThem() {
        visit("/a", "", link("href='" + outside("/there") + "' onclick='event.stopPropagation()'", "go"));
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
    }

    @Test void aDownloadIsReportedWhereverTheFileIs() {
        site.page("/file", "content", Map.of("Content-Type", "application/octet-stream"));
        visit("/a", "", link("id=here download href='/file?v=2'", "here")
                + link("id=there download href='" + outside("/file") + "'", "there"));
        page.click("#here");
        server.awaitEvents(2);
        page.click("#there");
        assertReported("pageviews /a", "file-downloads /a from /a " + site.url("/file"),
                "file-downloads /a from /a " + outside("/file"));
    }

    @Test void linksAndDownloadsCanBeTurnedOff() {
        site.page("/file", "content", Map.of("Content-Type", "application/octet-stream"));
        visit("/a", "data-outbound-links=false data-file-downloads=false",
                link("id=file download href=/file", "file") + link("id=link href='" + outside("/there") + "'", "go"));
        page.click("#file");
        page.click("#link");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a");
    }

    @Test void aPingToTheServerIsNotCountedBesidesAndOthersAreKept() {
        String ping = server.url(API + "outbound-links");
        visit("/a", "", link("href='" + outside("/there") + "' ping='" + ping + "\n" + outside("/ping") + "'", "go"));
        page.click("a");
        page.awaitUrl(outside("/there"));
        Patience.until(() -> "the other ping", () -> elsewhere.received().stream()
                .anyMatch(request -> request.path().equals("/ping") && request.body().equals("PING")));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
    }

    @Test void aPingThatIsNoAddressIsInNobodysWay() {
        visit("/a", "", link("href='" + outside("/there") + "' ping='http://['", "go"));
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
        assertNothingThrown();
    }

    @Test void aPingThatTheTrackerDoesNotReportIsKept() {
        String ping = server.url(API + "outbound-links");
        visit("/a", "data-outbound-links=false", link("href='" + outside("/there") + "' ping='" + ping + "'", "go"));
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertEquals("PING", server.awaitEvents(2).getLast().body());
    }

    // The switch for one's own visits

    @Test void theFragmentTurnsTheSwitchOffAndOn() {
        visit("/a#prisme-ignore", "", link("href='" + outside("/there") + "'", "go"));
        page.await("!location.hash && localStorage['prismeAnalytics.tracking.enable'] == 'false'");
        page.evaluate("prisme.trigger('x')");
        page.evaluate("history.pushState({}, '', '/b')");
        page.navigate(site.url("/a?again"));
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertReported();
        page.navigate(site.url("/a#prisme-ignore"));
        assertReported("pageviews /a");
        assertEquals("\"true\"", page.evaluate("localStorage['prismeAnalytics.tracking.enable']"));
    }

    @Test void theFragmentCanBeAddedToAPageThatIsOpen() {
        visit("/a", "data-hash", "");
        server.awaitEvents(1);
        page.navigate(site.url("/a#prisme-ignore"));
        page.await("!location.hash && localStorage['prismeAnalytics.tracking.enable'] == 'false'");
        page.evaluate("location.hash = 'prisme-ignore'");
        page.await("!location.hash && localStorage['prismeAnalytics.tracking.enable'] == 'true'");
        assertReported("pageviews /a");
        assertEquals(site.url("/a"), page.url());
    }

    @Test void whereStorageIsBlockedVisitsCount() {
        try (Chromium strict = Chromium.startBlockingSiteData(); Page blocked = strict.newPage()) {
            serve("/a", "", "");
            blocked.navigate(site.url("/a"));
            blocked.evaluate("prisme.trigger('x')");
            server.awaitEvents(2);
            assertEquals(List.of(), blocked.errors());
        }
    }

    // Odd pages

    @Test void nothingButTheSwitchIsStored() {
        visit("/a", "", "");
        server.awaitEvents(1);
        assertEquals("[\"\",0,0]", page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]"));
    }

    @Test void aScriptThatCannotTellWhereItIsFromStaysQuiet() {
        visitHtml("/a", "<script type=module src='" + server.url(Recorder.SCRIPT) + "'></script>");
        assertReported();
        assertEquals(List.of(), page.errors());
    }

    @Test void aPageThatForbidsTheReportIsNotDisturbed() {
        site.page("/a", tag(""), Map.of("Content-Security-Policy", "connect-src 'none'"));
        page.navigate(site.url("/a"));
        page.evaluate("prisme.trigger('x')");
        assertEquals(List.of(), server.events());
        assertNothingThrown();
    }

    @Test void policiesThatHideReferrersHideNothingFromTheSitesOwnServer() {
        site.page("/a", tag(""), Map.of("Referrer-Policy", "no-referrer"));
        page.navigate(site.url("/a"));
        assertReported("pageviews /a");
        assertEquals(Optional.of(site.origin()), server.events().getFirst().header("Origin"));
    }

    @Test void anElementThatIsNamedLikeUsIsInNobodysWay() {
        visit("/a", "", "<div id=prisme></div>");
        server.awaitEvents(1);
        page.evaluate("prisme.trigger('x')");
        assertReported("pageviews /a", "custom/x /a from /a");
        assertNothingThrown();
    }

    private void visit(String address, String attributes, String body) {
        serve(address.replaceAll("[?#].*", ""), attributes, body);
        page.navigate(site.url(address));
    }

    private void visitHtml(String path, String html) {
        page.navigate(site.page(path, html).url(path));
    }

    private void serve(String path, String attributes, String body) {
        site.page(path, "<!doctype html><title>" + path + "</title>" + tag(attributes) + body);
    }

    private String tag(String attributes) {
        return "<script src='" + server.url(Recorder.SCRIPT) + "' defer " + attributes + "></script>";
    }

    private String outside(String path) {
        return elsewhere.origin("127.0.0.1") + path;
    }

    private static String link(String attributes, String text) {
        return "<p><a " + attributes + ">" + text + "</a></p>";
    }

    private void assertNothingThrown() {
        assertEquals(List.of(), page.errors().stream().filter(error -> error.contains("Uncaught")).toList());
    }

    /// Exactly these came, in any order, and nothing was on its way. Like `pageviews /b from /a 404 visitor body`.
    private void assertReported(String... expected) {
        server.awaitEvents(expected.length);
        page.evaluate("fetch('" + server.url("/settled") + "').then(response => response.text())");
        assertEquals(Stream.of(expected).sorted().toList(),
                server.events().stream().map(this::summary).sorted().toList());
    }

    private String summary(Received request) {
        Map<String, String> parameters = request.parameters();
        String referrer = parameters.get("document-referrer");
        String status = parameters.get("status");
        String method = request.method().equals("POST") ? "" : request.method() + " ";
        return method + String.join(" ", Stream.of(request.path().substring(API.length()),
                        address(parameters.get("referrer")), referrer.isEmpty() ? "" : "from " + address(referrer),
                        status.equals("200") ? "" : status, parameters.get("visitor-id"), request.body())
                .filter(part -> !part.isEmpty()).toList());
    }

    private String address(String url) {
        return url.replaceAll("\\?.*", "").replaceFirst("^" + site.origin() + "/", "/");
    }
}
