package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prisme.browser.Browser;
import prisme.browser.Page;

/// The page that tells owners why something was not counted.
@ExtendWith(Browser.class)
class ReportsPageIT {
    private static final String PASSWORD = "correct horse";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final String OWN_SITE = "http://localhost";
    private static final String HOSTILE = "<img src=x onerror=hacked=1>\u202egpj.exe";

    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir private Path data;
    private RunningJar jar;
    private Page page;

    @BeforeEach void open(Page own) {
        page = own;
    }

    @AfterEach void close() {
        if (jar != null) {
            jar.close();
        }
    }

    private void serve() throws IOException {
        jar = RunningJar.serve(data, "--admin.hostport=", "--rate.limit.events=0", "--dashboard.password=" + PASSWORD);
    }

    private int report(String event, String path, String origin, String userAgent) throws Exception {
        String address = "/api/v1/events/" + event + "?referrer="
                + URLEncoder.encode(origin + path, StandardCharsets.UTF_8);
        return http.send(HttpRequest.newBuilder(jar.url(address)).header("Origin", origin)
                .header("User-Agent", userAgent).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void visit() {
        page.navigate(jar.url("/dashboard/sign-in?next=%2Fdashboard%2Freports").toString());
        signIn();
    }

    private void signIn() {
        page.click("input[type=password]");
        page.type(PASSWORD);
        page.click("form button");
        page.awaitUrl(jar.url("/dashboard/reports").toString());
        page.await("document.querySelector('#counts dd')");
    }

    /// The verdicts of the list, the newest first.
    private String verdicts() {
        return page.evaluate("[...document.querySelectorAll('#last b')].map(verdict => verdict.textContent)");
    }

    private String counted(String meaning) {
        return page.text("[...document.querySelectorAll('#counts dt')]"
                + ".find(term => term.textContent === '" + meaning + "').nextSibling.textContent");
    }

    @Test void tellsOfEachReportWhatBecameOfIt() throws Exception {
        serve();
        assertEquals(200, report("pageviews", "/a", OWN_SITE, BROWSER));
        report("pageviews", "/a", OWN_SITE, CRAWLER);
        report("pageviews", "/a", "http://elsewhere.example", BROWSER);
        visit();
        assertEquals("[\"Site not registered\",\"Bot\",\"Counted\"]", verdicts());
        assertEquals("1", counted("Counted"));
        assertEquals("1", counted("Bot"));
        assertEquals("0", counted("Something wrong"));
        assertEquals("http://elsewhere.example", page.text("document.querySelectorAll('#last td')[2].textContent"));
        assertTrue(page.text("document.querySelectorAll('#last small')[0].textContent").length() > 10);
        assertEquals("true", page.evaluate("document.querySelector('#none').hidden"));
        assertEquals(List.of(), page.errors());
    }

    @Test void asksAgainAndLeavesWhatHasNotChangedAsItIs() throws Exception {
        page.injectBeforeLoad("const later = setTimeout; window.setTimeout = (act, pause) => later(act, pause / 50);"
                + "window.asked = 0; const ask = fetch; fetch = (...all) => (window.asked++, ask(...all))");
        serve();
        visit();
        assertEquals("No report has come in yet.",
                page.text("document.querySelector('#none:not([hidden])').innerText"));
        report("pageviews", "/a", OWN_SITE, BROWSER);
        page.await("document.querySelector('#last b')");
        assertEquals("[\"Counted\"]", verdicts());
        page.evaluate("window.first = document.querySelector('#last tr'), window.asked = 0");
        page.await("window.asked > 2");
        assertEquals("true", page.evaluate("window.first === document.querySelector('#last tr')"));
    }

    @Test void isForTheOwnerAlone() throws Exception {
        serve();
        page.navigate(jar.url("/dashboard/reports").toString());
        page.awaitUrl(jar.url("/dashboard/sign-in?next=%2Fdashboard%2Freports").toString());
        page.await("document.readyState === 'complete' && document.querySelector('input[type=password]')");
        signIn();
    }

    @Test void whatStrangersSendIsTextAndBreaksNothing() throws Exception {
        serve();
        report("custom/" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8).replace("+", "%20"), "/", OWN_SITE,
                BROWSER);
        report("pageviews", "/" + "x".repeat(1900), "http://" + "y".repeat(60) + ".example", BROWSER);
        page.resize(360, 740);
        visit();
        assertEquals("360", page.evaluate("document.documentElement.scrollWidth"));
        assertEquals("true", page.evaluate("(list => list.scrollWidth === list.clientWidth)"
                + "(document.querySelector('.report-scroll'))"));
        assertEquals("null", page.evaluate("window.hacked"));
        assertEquals("0", page.evaluate("document.querySelectorAll('#last img').length"));
        assertEquals(List.of(), page.errors());
    }

    @Test void landmarksHaveNamesOfTheirOwn() throws Exception {
        serve();
        visit();
        assertEquals("[\"counts-title\",\"last-title\"]", page.evaluate("[...document.querySelectorAll("
                + "'section, [role=region]')].map(one => one.getAttribute('aria-labelledby'))"));
    }

    @Test void saysWhenTheServerIsGone() throws Exception {
        page.injectBeforeLoad("const later = setTimeout; window.setTimeout = (act, pause) => later(act, pause / 50)");
        serve();
        visit();
        jar.close();
        page.await("document.querySelector('#notice:not([hidden])')?.innerText === 'The server does not answer.'");
    }
}
