package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prisme.browser.Chromium;
import prisme.browser.Page;
import prisme.browser.Recorder;

/// The tracker reports nothing of those who do not want it, and does not disturb the page.
class TrackerMannersIT extends TrackedSite {
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

    @Test void theFragmentWorksWhateverTheBaseOfThePageIs() {
        visit("/a#prisme-ignore", "", "<base href='" + outside("/there/") + "'>");
        page.await("!location.hash && localStorage['prismeAnalytics.tracking.enable'] == 'false'");
        page.navigate(site.url("/a?again"));
        assertReported();
        assertNothingThrown();
    }

    @Test void whereStorageIsBlockedVisitsCount() {
        try (Chromium strict = Chromium.startBlockingSiteData(); Page blocked = strict.newPage()) {
            serve("/a", "", "");
            blocked.navigate(site.url("/a"));
            blocked.evaluate("prisme.trigger('x')");
            server.awaitEvents(2);
            blocked.navigate(site.url("/a?again#prisme-ignore"));
            server.awaitEvents(3);
            assertEquals(List.of(), blocked.errors());
        }
    }

    @Test void nothingButTheSwitchIsStored() {
        visit("/a", "", "");
        server.awaitEvents(1);
        assertEquals("[\"\",0,0]", page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]"));
    }

    @Test void aScriptThatCannotTellWhereItIsFromStaysQuiet() {
        site.page("/a", "<script type=module src='" + server.url(Recorder.SCRIPT) + "'></script>");
        page.navigate(site.url("/a"));
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
}
