package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prisme.browser.Browser;
import prisme.browser.Page;
import prisme.browser.TestSite;

/// The whole way: a page in a real browser loads the script from the packaged jar, and what its visitor does is found
/// by `export` beside the running server.
@ExtendWith(Browser.class)
class TrackerIT {
    private static final String API = "/api/v1/";

    private final TestSite site = new TestSite();
    private final TestSite elsewhere = new TestSite();
    private Page page;
    private RunningJar jar;
    private Wiretap tap;
    @TempDir Path data;

    @BeforeEach void start(Page own) throws IOException {
        page = own;
        jar = RunningJar.serve(data);
        tap = new Wiretap(jar.port());
    }

    @AfterEach void stop() throws IOException {
        jar.close();
        tap.close();
        site.close();
        elsewhere.close();
    }

    @Test void findsThePageviewAndTheEventOfAPage() {
        serve("/a", "");
        page.navigate(site.url("/a?utm_source=news"));
        awaitStored(1);
        page.evaluate("window.prisme.trigger('signup', {plan: 'pro', seats: 3})");
        Exported exported = Exported.awaited(data, 2);
        assertEquals(List.of("pageview /a direct 1 200", "custom /a signup {\"plan\":\"pro\",\"seats\":3}"),
                exported.inShort());
        assertEquals(List.of("news", "news"), exported.all("utm_source"));
        assertEquals(List.of("Chrome", "Chrome"), exported.all("browser_family"));
        assertEquals(List.of("Linux", "Linux"), exported.all("operating_system"));
        assertEquals(List.of("XX", "XX"), exported.all("country_code"));
        assertEquals(1, Set.copyOf(exported.all("session_uuid")).size());
        assertEquals(List.of(), page.errors());
    }

    @Test void countsAVisitOnceAndWithoutPreflights() {
        site.page("/file", "content", Map.of("Content-Type", "application/octet-stream"));
        elsewhere.page("/from", "<a href='" + site.url("/a") + "'>go</a>");
        serve("/a", "<a id=file download href=/file>file</a><p><a id=out href='" + outside("/there") + "'>go</a>");
        page.navigate(outside("/from"));
        page.click("a");
        page.awaitUrl(site.url("/a"));
        awaitStored(1);
        page.evaluate("history.pushState({}, '', '/b')");
        awaitStored(2);
        page.evaluate("history.back()");
        awaitStored(3);
        page.click("#file");
        awaitStored(4);
        page.click("#out");
        page.awaitUrl(outside("/there"));
        Exported exported = Exported.awaited(data, 5);
        assertEquals(List.of("pageview /a 127.0.0.1:" + outsidePort() + " 1 200",
                "pageview /b 127.0.0.1:" + outsidePort() + " 2 200",
                "pageview /a 127.0.0.1:" + outsidePort() + " 3 200",
                "file_download /a " + site.url("/file"), "outbound_link_click /a " + outside("/there")),
                exported.inShort());
        assertEquals(5, tap.requests(API).size(), () -> tap.requests(API).toString());
        assertEquals(Set.of("POST"), Set.copyOf(tap.requests(API).stream().map(line -> line.split(" ")[0]).toList()));
    }

    private void serve(String path, String body) {
        site.page(path, "<!doctype html><title>" + path + "</title><script src=\"" + tap.url("/static/wa.js")
                + "\" defer></script>" + body);
    }

    /// Waits until the server has answered that many reports of this page with 200.
    private void awaitStored(int count) {
        page.await("performance.getEntriesByType('resource').filter(entry => entry.name.includes('" + API
                + "') && entry.responseStatus == 200).length == " + count);
    }

    private String outside(String path) {
        return elsewhere.origin("127.0.0.1") + path;
    }

    private String outsidePort() {
        return elsewhere.origin().replaceFirst(".*:", "");
    }
}
