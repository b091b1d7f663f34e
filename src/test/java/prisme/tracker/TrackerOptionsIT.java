package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.browser.Recorder;

/// What a site can tell the tracker, by attributes and by calls.
class TrackerOptionsIT extends TrackedSite {
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
}
