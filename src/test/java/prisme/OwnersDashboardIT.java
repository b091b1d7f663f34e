package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import prisme.browser.Browser;
import prisme.browser.Page;

/// The dashboard of an owner who has just begun: the password, the wait for the first event, and what strangers send.
@ExtendWith(Browser.class)
class OwnersDashboardIT {
    private static final String PASSWORD = "correct horse";

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

    private void serve(String... flags) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of("--admin.hostport=", "--rate.limit.events=0"));
        all.addAll(List.of(flags));
        jar = RunningJar.serve(data, all.toArray(String[]::new));
    }

    private String url(String path) {
        return jar.url(path).toString();
    }

    private void visit(String query) {
        page.navigate(url("/dashboard" + query));
        settle();
    }

    /// Waits until everything that was asked for is shown.
    private void settle() {
        page.await("document.querySelector('#numbers')?.ariaBusy === 'false'");
    }

    private void signIn(String password) {
        page.click("input[type=password]");
        page.type(password);
        page.click("form button");
    }

    private void sendFrom(String origin) throws IOException, InterruptedException {
        URI uri = jar.url("/api/v1/events/pageviews?referrer=" + encoded(origin + "/"));
        HttpRequest request = HttpRequest.newBuilder(uri).header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        assertEquals(200, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    private void send(String event, String path, String more, String body) throws IOException, InterruptedException {
        URI uri = jar.url("/api/v1/events/" + event + "?referrer=" + encoded("http://localhost" + path) + more);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Origin", "http://localhost");
        if (body.startsWith("{")) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = http.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test void isReadByWhoeverKnowsThePasswordUntilSigningOut() throws IOException {
        serve("--dashboard.password=" + PASSWORD);
        page.navigate(url("/dashboard?period=7d"));
        assertEquals(url("/dashboard/sign-in?next=%2Fdashboard%3Fperiod%3D7d"), page.url());
        signIn("wrong");
        page.await("document.querySelector('[role=alert]')?.textContent === 'That is not the password.'");
        signIn(PASSWORD);
        page.awaitUrl(url("/dashboard?period=7d"));
        page.await("document.querySelector('#welcome:not([hidden])')");
        settle();
        page.click("form[action$=sign-out] button");
        page.awaitUrl(url("/dashboard/sign-in"));
        page.navigate(url("/dashboard"));
        assertTrue(page.url().contains("/dashboard/sign-in?"), page.url());
        assertEquals(1, page.errors().size(), () -> page.errors().toString());
        assertTrue(page.errors().getFirst().contains("401"), () -> page.errors().toString());
    }

    @Test void theWayOutStaysBesideTheOthersOnAPhone() throws Exception {
        serve("--dashboard.password=" + PASSWORD, "--origins=a.example,b.long-name.example");
        sendFrom("https://a.example");
        sendFrom("https://b.long-name.example");
        page.resize(320, 740);
        page.navigate(url("/dashboard?site=b.long-name.example"));
        signIn(PASSWORD);
        page.await("document.querySelector('#sites:not([hidden])')");
        settle();
        assertEquals("320", page.evaluate("document.documentElement.scrollWidth"));
        assertEquals("true", page.evaluate("document.querySelector('[action$=sign-out] button').offsetTop"
                + " === document.querySelector('#sites button').offsetTop"));
    }

    @Test void panelsAreShortOnAPhoneWhereThereIsLittle() throws Exception {
        serve("--dashboard.public=true");
        send("pageviews", "/a", "", "");
        page.resize(360, 740);
        visit("");
        assertEquals("true", page.evaluate("[...document.querySelectorAll('.body')]"
                + ".every(body => body.offsetHeight < 120)"));
    }

    @Test void leadsToThePasswordWhenItIsAskedForAgain() throws IOException {
        serve("--dashboard.password=" + PASSWORD);
        page.navigate(url("/dashboard"));
        signIn(PASSWORD);
        page.await("document.querySelector('#welcome:not([hidden])')");
        page.evaluate("fetch('/dashboard/sign-out', {method: 'POST', redirect: 'manual'}).then(() => 1)");
        page.awaitUrl(url("/dashboard/sign-in?next=%2Fdashboard"));
    }

    @Test void acceptsThePasswordThatTheFirstStartMadeUp() throws IOException {
        serve();
        page.navigate(url("/"));
        signIn(Files.readString(data.resolve("dashboard-password")).strip());
        page.awaitUrl(url("/dashboard"));
        page.await("document.querySelector('#welcome:not([hidden])')");
    }

    @Test void waitsForTheFirstEventAndShowsIt() throws Exception {
        serve("--dashboard.public=true");
        page.navigate(url("/dashboard"));
        page.await("document.querySelector('#welcome:not([hidden])')");
        assertEquals("<script src=\"" + url("/static/wa.js") + "\" defer></script>",
                page.text("document.querySelector('#snippet').textContent"));
        assertEquals("0", page.evaluate("document.querySelectorAll('[action$=sign-out]').length"));
        send("pageviews", "/first", "", "");
        page.await("document.querySelector('#welcome').hidden"
                + " && document.querySelector('#pages .row')?.dataset.key === '/first'"
                + " && document.querySelector('#card-pageviews .card-value').textContent === '1'"
                + " && document.querySelector('#card-live .card-value').textContent === '1'");
        assertEquals(List.of(), page.errors());
    }

    @Test void saysWhereThereIsNothing() throws Exception {
        serve("--dashboard.public=true");
        send("pageviews", "/a", "", "");
        visit("?period=yesterday");
        assertEquals("false", page.evaluate("document.querySelector('#nothing').hidden"));
        assertEquals("No views in this period.", page.text("document.querySelector('#pages .none').textContent"));
        page.click("#show-all");
        settle();
        assertEquals("true", page.evaluate("document.querySelector('#nothing').hidden"));
        assertEquals("/a", page.text("document.querySelector('#pages .row').dataset.key"));
    }

    @Test void whatStrangersSendIsTextAndBreaksNothing() throws Exception {
        serve("--dashboard.public=true");
        List<String> paths = List.of("/<img src=x onerror=hacked=1>", "/\u202egpj.exe", "/" + "x".repeat(1900), "/a,b*",
                "/=cmd|'/C calc'!A0", "/\u0645\u0631\u062d\u0628\u0627", "/!not");
        for (int i = 0; i < paths.size(); i++) {
            String referrer = encoded("http://ref-" + i + ".example/");
            send("pageviews", paths.get(i), "&status=404&document-referrer=" + referrer, "");
        }
        send("custom/" + encoded("<b onclick=hacked=1>\u202e").replace("+", "%20"), "/!not", "",
                "{\"<i>\": \"</span><script>hacked=1</script>\", \"long\": \"" + "y".repeat(2000) + "\"}");
        page.resize(360, 740);
        visit("?period=today");
        assertEquals("7", page.evaluate("document.querySelectorAll('#pages .row').length"));
        assertEquals("360", page.evaluate("document.documentElement.scrollWidth"));
        assertEquals("[37,59]", page.evaluate("[...new Set([...document.querySelectorAll('#pages .row')].map(row =>"
                + " Math.round(row.getBoundingClientRect().height) + 3))]"));
        assertTrue(page.text("document.querySelector('#pages').innerText").contains("<img src=x onerror=hacked=1>"));
        page.evaluate("[...document.querySelectorAll('#pages .row')].find(row => row.dataset.key.includes('a,b'))"
                + ".querySelector('.name').click()");
        settle();
        assertEquals("1", page.evaluate("document.querySelectorAll('#pages .row').length"));
        assertEquals("1", page.text("document.querySelector('#card-pageviews .card-value').textContent"));
        visit("?period=today");
        page.click("#events .row .name");
        settle();
        assertEquals("2", page.evaluate("document.querySelectorAll('#events .row').length"));
        page.evaluate("[...document.querySelectorAll('#events .name')].find(one => one.textContent === '<i>').click()");
        settle();
        assertEquals("</span><script>hacked=1</script>",
                page.text("document.querySelector('#events .name').textContent"));
        assertEquals("360", page.evaluate("document.documentElement.scrollWidth"));
        assertEquals("null", page.evaluate("window.hacked"));
        assertEquals(List.of(), page.errors());
    }

    @Test void saysWhenTheServerIsGone() throws Exception {
        serve("--dashboard.public=true");
        send("pageviews", "/a", "", "");
        visit("");
        jar.close();
        page.press("r");
        page.await("document.querySelector('#notice:not([hidden])')");
        assertEquals("The server does not answer.", page.text("document.querySelector('#notice p').textContent"));
        assertEquals("/a", page.text("document.querySelector('#pages .row').dataset.key"));
    }
}
