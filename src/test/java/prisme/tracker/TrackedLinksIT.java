package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.browser.Mouse;
import prisme.browser.Patience;

/// Which clicks are reported.
class TrackedLinksIT extends TrackedSite {
    @Test void aLinkToAnotherHostIsReportedWithoutItsQuery() {
        visit("/a", "", link("href='" + outside("/there?secret=1#x") + "'", "<b id=b>go</b>"));
        server.awaitEvents(1);
        page.click("#b");
        page.awaitUrl(outside("/there?secret=1#x"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
        assertEquals(Optional.of("text/plain;charset=UTF-8"), server.events().getLast().header("Content-Type"));
    }

    @Test void reportsOutliveThePageThatIsLeft() {
        visit("/a", "", link("id=out target=_blank href='" + outside("/there") + "'", "go") + """
                <script>
                    kept = [];
                    const plain = fetch;
                    fetch = (url, options) => {
                        kept.push(new Request(url, options).keepalive);
                        return plain(url, options);
                    };
                </script>""");
        page.click("#out");
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
        assertEquals("[true,true]", page.evaluate("kept.slice(0, 2)"));
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

    @Test void whatTheSiteIsCalledIsNoOtherHost() {
        visit("/a", "data-domain=127.0.0.1", link("href='" + outside("/there") + "'", "go"));
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews http://127.0.0.1/a");
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

    @Test void addressesAreReadByTheBaseOfThePage() {
        visit("/a", "", "<base href='" + server.url("/zz/") + "'>" + link("id=out href='" + outside("/there")
                + "' ping='../" + API.substring(1) + "outbound-links'", "go"));
        page.click("#out");
        page.awaitUrl(outside("/there"));
        visit("/b", "", "<base href='" + outside("/zz/") + "'><svg width=40 height=40><a href='../here'>"
                + "<rect id=x width=40 height=40 /></a></svg>");
        page.click("#x");
        page.awaitUrl(outside("/here"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"),
                "pageviews /b", "outbound-links /b from /b " + outside("/here"));
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
        server.awaitEvents(1);
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertEquals("PING", server.awaitEvents(2).getLast().body());
    }
}
