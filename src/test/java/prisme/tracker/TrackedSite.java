package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import prisme.browser.Browser;
import prisme.browser.Page;
import prisme.browser.Received;
import prisme.browser.Recorder;
import prisme.browser.TestSite;

/// A site with the tracker on its pages, a recorder in place of the server that the tracker is loaded from, and a third
/// party with another host. Every test has a window of its own.
@ExtendWith(Browser.class)
abstract class TrackedSite {
    static final String API = "/api/v1/events/";

    final Recorder server = new Recorder(TrackerScript.text());
    final TestSite site = new TestSite();
    final TestSite elsewhere = new TestSite();
    Page page;

    @BeforeEach void open(Page own) {
        page = own;
    }

    @AfterEach void close() {
        server.close();
        site.close();
        elsewhere.close();
    }

    /// Serves a page with the tracker, and opens it.
    void visit(String address, String attributes, String body) {
        serve(address.replaceAll("[?#].*", ""), attributes, body);
        page.navigate(site.url(address));
    }

    void serve(String path, String attributes, String body) {
        site.page(path, "<!doctype html><title>" + path + "</title>" + tag(attributes) + body);
    }

    String tag(String attributes) {
        return "<script src='" + server.url(Recorder.SCRIPT) + "' defer " + attributes + "></script>";
    }

    String outside(String path) {
        return elsewhere.origin("127.0.0.1") + path;
    }

    static String link(String attributes, String text) {
        return "<p><a " + attributes + ">" + text + "</a></p>";
    }

    void assertNothingThrown() {
        assertEquals(List.of(), page.errors().stream().filter(error -> error.contains("Uncaught")).toList());
    }

    /// Exactly these came, in any order, and nothing was on its way. Like `pageviews /b from /a 404 visitor body`.
    void assertReported(String... expected) {
        server.awaitEvents(expected.length);
        settle();
        assertEquals(Stream.of(expected).sorted().toList(),
                server.events().stream().map(this::summary).sorted().toList());
    }

    /* A link that leads nowhere leaves the page all the same, maybe in the middle of this. */
    private void settle() {
        String settled = "fetch('" + server.url("/settled") + "').then(response => response.text())";
        try {
            page.evaluate(settled);
        } catch (AssertionError _) {
            page.evaluate(settled);
        }
    }

    private String summary(Received request) {
        Map<String, String> parameters = request.parameters();
        String referrer = parameters.get("document-referrer");
        String status = parameters.get("status");
        String method = request.method().equals("POST") ? "" : request.method() + " ";
        return method + String.join(" ", Stream.of(request.path().substring(API.length()),
                        address(parameters.get("referrer")), referrer.isEmpty() ? "" : "from " + address(referrer),
                        status, parameters.get("visitor-id"), request.body())
                .filter(part -> !part.isEmpty()).toList());
    }

    private String address(String url) {
        return url.replaceAll("\\?.*", "").replaceFirst("^" + site.origin() + "/", "/");
    }
}
