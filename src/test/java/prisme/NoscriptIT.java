package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prisme.browser.Browser;
import prisme.browser.Page;
import prisme.browser.TestSite;

/// Pages whose visitors run no scripts, in a real browser: images and links tell what they do.
@ExtendWith(Browser.class)
class NoscriptIT {
    private static final String API = "/api/v1/";
    private static final String NOSCRIPT = API + "noscript/events/";

    private final TestSite site = new TestSite();
    private final TestSite elsewhere = new TestSite();
    private Page page;
    private RunningJar jar;
    private Wiretap tap;
    @TempDir Path data;

    @BeforeEach void start(Page own) throws IOException {
        page = own;
        page.disableScripts();
        jar = RunningJar.serve(data);
        tap = new Wiretap(jar.port());
    }

    @AfterEach void stop() throws IOException {
        jar.close();
        tap.close();
        site.close();
        elsewhere.close();
    }

    @Test void anImageTellsThePageInItsReferer() {
        site.page("/a", image("pageviews", "") + image("custom/seen?prop-plan=%22pro%22&prop-n=1e400", ""));
        page.navigate(site.url("/a"));
        assertStored("pageview /a direct 1 200", "custom /a seen {\"plan\":\"pro\",\"n\":1e400}");
        assertAsked("GET", "GET");
    }

    @Test void anImageMayHaveAnythingInItsQuery() {
        site.page("/a", image("pageviews", "") + image("custom/seen?prop-plan={%22a%22:[1]}&prop-b=%22100%|^`%22", ""));
        page.navigate(site.url("/a"));
        assertStored("pageview /a direct 1 200", "custom /a seen {\"plan\":{\"a\":[1]},\"b\":\"100%|^`\"}");
        assertAsked("GET", "GET");
    }

    @Test void anImageTellsThePageInItsAddressWhereTheRefererIsCutShort() {
        site.page("/a", "<a href=/b>go</a>"
                + image("pageviews?status=404&visitor-id=me&referrer=" + coded(site.url("/a")),
                "referrerpolicy=strict-origin"));
        site.page("/b", image("pageviews?referrer=" + coded(site.url("/b"))
                + "&document-referrer=" + coded(site.url("/a")), "referrerpolicy=origin"));
        page.navigate(site.url("/a"));
        page.click("a");
        page.awaitUrl(site.url("/b"));
        Exported exported = assertStored("pageview /a direct 1 404", "pageview /b direct 2 200");
        assertEquals(List.of("me", "me"), exported.all("visitor_id"));
        assertAsked("GET", "GET");
    }

    @Test void theOriginAloneIsThePageAtTheRoot() {
        site.page("/deep/page", image("pageviews", "referrerpolicy=strict-origin-when-cross-origin"));
        page.navigate(site.url("/deep/page"));
        assertStored("pageview / direct 1 200");
        assertAsked("GET");
    }

    @Test void pingsTellOfLinksAndFiles() {
        site.page("/file", "content", Map.of("Content-Type", "application/octet-stream"));
        site.page("/a", image("pageviews", "")
                + "<a id=file download href=/file ping='" + tap.url(API + "events/file-downloads") + "'>file</a><p>"
                + "<a id=out href='" + outside("/there?x=1#y") + "' ping='" + tap.url(API + "events/outbound-links")
                + "'>go</a>");
        page.navigate(site.url("/a"));
        page.click("#file");
        Exported.awaited(data, 2);
        page.click("#out");
        page.awaitUrl(outside("/there?x=1#y"));
        assertStored("pageview /a direct 1 200", "file_download /a " + site.url("/file"),
                "outbound_link_click /a " + outside("/there?x=1"));
        assertAsked("GET", "POST", "POST");
    }

    @Test void aLinkThroughTheServerArrives() {
        site.page("/", image("pageviews", "") + "<a href='" + tap.url(NOSCRIPT + "outbound-links?url="
                + coded(outside("/there?x=1&y=a+b"))) + "'>go</a>");
        page.navigate(site.url("/"));
        page.click("a");
        page.awaitUrl(outside("/there?x=1&y=a+b"));
        assertStored("pageview / direct 1 200", "outbound_link_click / " + outside("/there?x=1&y=a+b"));
        assertAsked("GET", "GET");
    }

    @Test void whoIsNotKnownGetsAPageThatLeadsOn() {
        String link = tap.url(NOSCRIPT + "outbound-links?url=" + coded(outside("/there?x=1&y='\"<b>")));
        site.page("/a", "<a href='" + link + "'>go</a>");
        page.navigate(site.url("/a"));
        page.click("a");
        page.awaitUrl(link);
        page.await("document.readyState == 'complete'");
        page.click("a");
        page.awaitUrl(outside("/there?x=1&y=%27%22%3Cb%3E"));
        assertEquals(List.of(), Exported.of(data).inShort());
    }

    private String image(String path, String attributes) {
        String policy = attributes.isEmpty() ? "referrerpolicy=no-referrer-when-downgrade" : attributes;
        return "<img alt='' " + policy + " src='" + tap.url(NOSCRIPT + path) + "'>";
    }

    private String outside(String path) {
        return elsewhere.origin("127.0.0.1") + path;
    }

    private static String coded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    private Exported assertStored(String... events) {
        Exported exported = Exported.awaited(data, events.length);
        assertEquals(Stream.of(events).sorted().toList(), exported.inShort().stream().sorted().toList());
        return exported;
    }

    /// Exactly these methods came to the API: no preflight, nothing twice.
    private void assertAsked(String... methods) {
        assertEquals(List.of(methods), tap.requests(API).stream().map(line -> line.split(" ")[0]).sorted().toList());
    }
}
