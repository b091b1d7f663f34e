package prisme.collect;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import prisme.event.Url;
import prisme.http.Request;
import prisme.visitors.Fingerprint;
import prisme.visitors.Whereabouts;

/// A link that a visitor followed: where it leads, and on which page it was.
///
/// @param target    absolute http(s) address
/// @param who       the visitor
/// @param where     the page with the link, as precisely as it is known
/// @param pagesHost the host of that page, without port
record Click(Url target, Fingerprint who, Whereabouts where, String pagesHost) {
    private static final String PING = "PING";

    /// Reads a POST: the target as text from a script, or the ping of a browser for `<a ping>`.
    static Click ofPost(Report report) throws BadReport {
        String body = new String(report.request().body(), StandardCharsets.UTF_8).strip();
        return body.equals(PING) ? ofPing(report) : ofScript(report, body);
    }

    /// Reads a link through this server, whose target is the parameter `url`.
    static Click ofLink(Report report) throws BadReport {
        Url page = report.page();
        String target = report.query().first("url")
                .orElseThrow(() -> new BadReport("The parameter url is missing: it says where the link leads."));
        Whereabouts where = report.mayBeCutOff(page)
                ? new Whereabouts.AtOrAnywhere(page.path()) : new Whereabouts.AtOrRoot(page.path());
        return new Click(target("The parameter url", target), report.visitorOn(page.domain()), where, page.host());
    }

    private static Click ofScript(Report report, String body) throws BadReport {
        Url page = report.page();
        return new Click(target("The body", body), report.visitorOn(page.domain()), new Whereabouts.At(page.path()),
                page.host());
    }

    /// See the [HTML standard](https://html.spec.whatwg.org/#hyperlink-auditing). Browsers leave out `Ping-From` when
    /// an https page on another origin pings; then the page is known only where the address that is pinged tells it.
    private static Click ofPing(Report report) throws BadReport {
        Request request = report.request();
        Url target = target("Ping-To", request.header("Ping-To")
                .orElseThrow(() -> new BadReport("Ping-To is missing: a browser names the link's target in it.")));
        Optional<String> from = request.header("Ping-From").filter(address -> !address.isEmpty())
                .or(report::toldPage);
        if (from.isEmpty()) {
            Url site = Report.webAddress("Origin", "https://" + report.site());
            return new Click(target, report.visitorOn(report.site()), new Whereabouts.Anywhere(), site.host());
        }
        Url page = Report.webAddress("The page's address", from.get());
        return new Click(target, report.visitorOn(page.domain()), new Whereabouts.AtOrRoot(page.path()), page.host());
    }

    private static Url target(String what, String address) throws BadReport {
        Url target = Report.webAddress(what, address);
        if (target.text().length() > Url.MAX_LENGTH) {
            throw new BadReport(what + " has more than " + Url.MAX_LENGTH + " characters once percent-encoded.");
        }
        return target;
    }
}
