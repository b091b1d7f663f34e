package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.browser.Recorder;

/// Unusual pages and ways of loading the script: each page is one page view, and no request needs a preflight.
class TrackedOdditiesIT extends TrackedSite {
    private String script() {
        return server.url(Recorder.SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script src='%s'></script>", "<script async src='%s'></script>",
        "<script defer src='%s'></script>", "<p><script>document.write(\"<script src='%s'><\\/script>\")</script>",
        "<script>setTimeout(() => document.head.append(Object.assign(document.createElement('script'), {src: '%s'})),"
                + "200)</script>"})
    void theScriptMayComeHoweverItLikes(String tag) {
        site.page("/a", "<!doctype html>" + tag.formatted(script()) + link("href='" + outside("/there") + "'", "go"));
        page.navigate(site.url("/a"));
        server.awaitEvents(1);
        page.click("a");
        page.awaitUrl(outside("/there"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"));
        assertNothingThrown();
    }

    @Test void everyPageOfABurstIsReported() {
        visit("/a", "", "");
        server.awaitEvents(1);
        page.evaluate("for (let i = 0; i < 20; i++) {"
                + "history.pushState({}, '', '/p' + i); history.replaceState({}, '', '/p' + i + '?q') }");
        server.awaitEvents(21);
        assertEquals(21, server.events().size());
        assertEquals(21, server.events().stream().map(event -> event.parameters().get("referrer")).distinct().count());
    }

    @Test void aPageThatIsLeftInTheSameBreathLosesNoClick() {
        serve("/b", "", "");
        visit("/a", "", link("target=_blank href='" + outside("/there") + "' onclick=\"location.href='/b'\"", "go"));
        server.awaitEvents(1);
        page.click("a");
        page.awaitUrl(site.url("/b"));
        assertReported("pageviews /a", "outbound-links /a from /a " + outside("/there"), "pageviews /b from /a");
    }

    @Test void aDownloadInANewWindowIsOneDownload() {
        site.page("/file", "content", Map.of("Content-Type", "application/octet-stream"));
        visit("/a", "", link("download target=_blank href='/file?v=2&secret=1#x'",
                "<span><svg width=40 height=40><rect id=x width=40 height=40 /></svg></span>"));
        server.awaitEvents(1);
        page.click("#x");
        assertReported("pageviews /a", "file-downloads /a from /a " + site.url("/file"));
    }

    @Test void frameAndPageAreTwoPages() {
        serve("/framed", "", "");
        visit("/a", "", "<iframe src=/framed></iframe>");
        assertReported("pageviews /a", "pageviews /framed from /a");
    }

    @Test void aFrameWithoutAnAddressIsNoPage() {
        visit("/a", "", "<iframe srcdoc=\"" + tag("").replace("\"", "&quot;") + "\"></iframe>");
        page.await("frames[0].prisme");
        assertReported("pageviews /a");
        assertNothingThrown();
    }

    @Test void aStorageThatThrowsCountsVisits() {
        page.injectBeforeLoad("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})");
        visit("/a", "", "");
        page.evaluate("history.pushState({}, '', '/b')");
        assertReported("pageviews /a", "pageviews /b from /a");
        assertNothingThrown();
    }

    @Test void aStrictPolicyNeedsTheServerAndNothingElse() {
        site.page("/a", "<!doctype html>" + tag(""), Map.of("Content-Security-Policy", "default-src 'none'; script-src "
                + script() + "; connect-src " + server.url("/") + "; require-trusted-types-for 'script'"));
        page.navigate(site.url("/a"));
        page.evaluate("history.pushState({}, '', '/b')");
        server.awaitEvents(2);
        assertEquals(2, server.events().size());
        assertEquals(List.of(), page.errors());
    }

    @Test void aFileIsNotDisturbed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.html"), "<!doctype html>" + tag("") + "<a href=#x id=x>go</a>");
        page.navigate(file.toUri().toString());
        page.click("#x");
        page.evaluate("prisme.trigger('x')");
        assertNothingThrown();
    }
}
