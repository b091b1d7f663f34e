package prisme.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browser.class)
class ChromiumIT {
    private final TestSite site = new TestSite();
    private Page page;

    @BeforeEach void open(Page own) {
        page = own;
    }

    @AfterEach void close() {
        site.close();
    }

    @Test void loadsAPageAndEvaluatesExpressionsInIt() {
        page.navigate(site.page("/a", "<title>Hello</title>").url("/a"));
        assertEquals("Hello", page.text("document.title"));
        assertEquals("[1,{\"b\":null}]", page.evaluate("[1, {b: null}]"));
        assertEquals("7", page.evaluate("Promise.resolve(7)"));
        assertEquals("null", page.evaluate("undefined"));
        assertEquals(site.url("/a"), page.url());
        assertEquals(List.of("GET " + site.url("/a")), page.requests());
        assertThrows(AssertionError.class, () -> page.evaluate("nothing.at.all"));
    }

    @Test void saysWhyAPageDoesNotLoad() {
        TestSite closed = new TestSite();
        closed.close();
        AssertionError refused = assertThrows(AssertionError.class, () -> page.navigate(closed.url("/")));
        assertTrue(refused.getMessage().contains("ERR_CONNECTION_REFUSED"), refused.getMessage());
    }

    @Test void followsALinkThatIsClicked() {
        site.page("/a", "<a href=/b>go</a>").page("/b", "there");
        page.navigate(site.url("/a"));
        page.click("a");
        page.awaitUrl(site.url("/b"));
        page.await("document.body.textContent == 'there'");
    }

    @Test void clicksAreTrustedAndKnowTheirButton() {
        page.navigate(site.page("/a", """
                <p style="height: 3000px">far down</p><button>press</button>
                <script>
                    seen = [];
                    for (let type of ["click", "auxclick"])
                        addEventListener(type, e => seen.push(e.type, e.button, e.isTrusted, e.target.localName));
                </script>""").url("/a"));
        page.click("button");
        page.click("button", Mouse.MIDDLE);
        assertEquals("[\"click\",0,true,\"button\",\"auxclick\",1,true,\"button\"]", page.evaluate("seen"));
        assertThrows(AssertionError.class, () -> page.click("#missing"));
    }

    @Test void pressesKeysAndTypes() {
        page.navigate(site.page("/a", "<input><a href='#followed'>go</a>").url("/a"));
        page.press("Tab");
        page.type("Grüße");
        page.press("?");
        assertEquals("Grüße?", page.text("document.querySelector('input').value"));
        page.press("Tab");
        page.press("Enter");
        page.awaitUrl(site.url("/a#followed"));
    }

    @Test void showsWhatABrowserWithoutScriptsShows() {
        site.page("/a", "<noscript><a href=/b>go</a></noscript><script>document.title = 'ran'</script>");
        page.disableScripts();
        page.navigate(site.url("/a"));
        page.click("a");
        page.awaitUrl(site.url("/b"));
    }

    @Test void remembersWhatGoesWrong() {
        page.navigate(site.page("/a", "<img src=/missing.png><script>console.error('one'); two()</script>").url("/a"));
        Patience.until(() -> "three errors, so far there are " + page.errors(),
                () -> Stream.of("one", "two is not defined", "404")
                        .allMatch(part -> String.join("\n", page.errors()).contains(part)));
    }

    @Test void pagesShareNoStorage(Chromium chromium) {
        page.navigate(site.page("/a", "").url("/a"));
        page.evaluate("localStorage.setItem('seen', 'here')");
        try (Page other = chromium.newPage()) {
            other.navigate(site.url("/a"));
            assertEquals("null", other.evaluate("localStorage.getItem('seen')"));
        }
        assertEquals("here", page.text("localStorage.getItem('seen')"));
    }

    @Test void shrinksDarkensAndTakesPictures() {
        page.navigate(site.page("/a", "<meta name=viewport content='width=device-width'>").url("/a"));
        page.resize(360, 640);
        page.preferDark();
        assertEquals("[360,true]", page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"));
        page.preferLight();
        assertEquals("false", page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
        byte[] signature = Arrays.copyOfRange(page.screenshot(), 1, 4);
        assertArrayEquals("PNG".getBytes(StandardCharsets.US_ASCII), signature);
    }

    @Test void aBrowserCanBlockWhatSitesStore() {
        try (Chromium strict = Chromium.startBlockingSiteData(); Page blocked = strict.newPage()) {
            blocked.navigate(site.page("/a", "").url("/a"));
            assertEquals("\"SecurityError\"", blocked.evaluate("(() => { try { return localStorage.length }"
                    + " catch (e) { return e.name } })()"));
        }
    }
}
