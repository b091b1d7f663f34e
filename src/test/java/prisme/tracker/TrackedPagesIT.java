package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prisme.browser.Chromium;
import prisme.browser.Patience;
import prisme.browser.Received;

/// What counts as a page view, and what it tells.
class TrackedPagesIT extends TrackedSite {
    @Test void aPageThatLoadsIsOnePlainPost() {
        visit("/a", "", "<script>history.replaceState(0, '', '/a?utm_source=news&x={^|}')</script>");
        assertReported("pageviews /a");
        Received pageview = server.events().getFirst();
        assertEquals("POST", pageview.method());
        assertEquals(Map.of("referrer", site.url("/a?utm_source=news&x={^|}"), "document-referrer", "",
                "visitor-id", "", "status", ""), pageview.parameters());
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
    @Test void aPrerenderedPageCountsOnceItIsShown(Chromium chromium) {
        String goOn = """
                <script type="speculationrules">{"prerender": [{"urls": ["/b"], "eagerness": "immediate"}]}</script>
                <script>
                    const poll = () => fetch("/go")
                        .then(answer => answer.ok ? location.href = "/b" : setTimeout(poll, 20));
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
        serve("/b", "", "");
        visit("/a" + query, "", "<a href=/b>go</a>");
        server.awaitEvents(1);
        page.click("a");
        page.awaitUrl(site.url("/b"));
        assertReported("pageviews /a", "pageviews /b from /a");
        assertTrue(server.events().stream().allMatch(request -> request.parameters().values().stream()
                .allMatch(value -> value.length() <= 2048)));
        assertTrue(server.events().getFirst().parameters().get("referrer").contains("utm_source=news&"));
    }

    @Test void aPageThatComesBackAsItWasLeftIsViewedAnew() {
        serve("/b", "", "");
        visit("/a", "", link("href=/b id=b", "go") + link("href='" + outside("/there") + "' id=there", "go"));
        page.evaluate("addEventListener('pageshow', event => window.isBack = event.persisted)");
        page.click("#b");
        page.awaitUrl(site.url("/b"));
        server.awaitEvents(2);
        page.evaluate("history.back()");
        page.await("window.isBack");
        server.awaitEvents(3);
        page.click("#there");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a", "pageviews /b from /a", "pageviews /a",
                "outbound-links /a from /a " + outside("/there"));
    }
}
