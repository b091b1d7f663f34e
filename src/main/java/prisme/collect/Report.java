package prisme.collect;

import java.util.Optional;
import prisme.event.InvalidUrl;
import prisme.event.Referrer;
import prisme.event.Url;
import prisme.event.VisitorId;
import prisme.http.Query;
import prisme.http.Request;
import prisme.visitors.Fingerprint;

/// A request that reports an event, and the fields that it has besides its body. Scripts send these as headers of ours
/// or, to avoid a CORS preflight, as query parameters; images and links can only send parameters.
final class Report {
    /// Which one counts when a header and a parameter give the same field.
    enum Precedence { HEADERS, PARAMETERS }

    private static final int DEFAULT_STATUS = 200;
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;

    private final Request request;
    private final Query query;
    private final String site;
    private final Precedence precedence;

    /// @param site the registered domain that the request comes from, with its port where that is not the default
    Report(Request request, String site, Precedence precedence) {
        this.request = request;
        this.query = request.query();
        this.site = site;
        this.precedence = precedence;
    }

    Request request() {
        return request;
    }

    /// The registered domain that the report comes from, which may differ from the domain of its page.
    String site() {
        return site;
    }

    /// The address of the page that the report is about.
    Url page() throws BadReport {
        String address = toldPage()
                .or(() -> request.header("Referer").filter(Report::isTold))
                .orElseThrow(() -> new BadReport("The page's address is missing: send it in X-Prisme-Referrer, in the "
                        + "parameter referrer or in Referer."));
        return webAddress("The page's address", address);
    }

    /// The address of the page as the page itself tells it, rather than the browser.
    Optional<String> toldPage() {
        return told("X-Prisme-Referrer", "referrer");
    }

    /// Whether the path of this report's `page` may have been cut off by a referrer policy: by default, browsers send
    /// other hosts the address of a page without its path.
    boolean mayBeCutOff(Url page) {
        return precedence == Precedence.PARAMETERS && toldPage().isEmpty()
                && page.path().equals("/") && page.query().isEmpty();
    }

    /// The page that the visitor came from; an empty or absent field means that there was none.
    Referrer documentReferrer() throws BadReport {
        String address = field("X-Prisme-Document-Referrer", "document-referrer").orElse("");
        if (address.isEmpty()) {
            return new Referrer.Direct();
        }
        try {
            return new Referrer.From(Url.parse(address).page());
        } catch (InvalidUrl e) {
            throw new BadReport("The document referrer " + e.getMessage() + ".");
        }
    }

    /// The id that the site itself gives the visitor, empty when it gives none.
    String visitorId() throws BadReport {
        String id = told("X-Prisme-Visitor-Id", "visitor-id").orElse("");
        if (!id.isEmpty() && !VisitorId.isValid(id)) {
            throw new BadReport("The visitor id must have 1 to " + VisitorId.MAX_LENGTH + " printable characters.");
        }
        return id;
    }

    /// The HTTP status that the page was served with.
    int status() throws BadReport {
        Optional<String> text = told("X-Prisme-Status", "status");
        if (text.isEmpty()) {
            return DEFAULT_STATUS;
        }
        int status = text.get().matches("[0-9]{3}") ? Integer.parseInt(text.get()) : 0;
        if (status < MIN_STATUS || status > MAX_STATUS) {
            throw new BadReport("The status must be a number from " + MIN_STATUS + " to " + MAX_STATUS + ".");
        }
        return status;
    }

    /// What all reports of this visitor from pages of `domain` have in common.
    Fingerprint visitorOn(String domain) {
        return new Fingerprint(userAgent(), request.client().address(), domain);
    }

    String userAgent() {
        return request.header("User-Agent").orElse("");
    }

    Query query() {
        return query;
    }

    /// Reads an http or https address, with or without spaces around it.
    ///
    /// @param what names the address in the message of the exception
    static Url webAddress(String what, String address) throws BadReport {
        try {
            return Url.parseWeb(address.strip());
        } catch (InvalidUrl e) {
            throw new BadReport(what + " " + e.getMessage() + ".");
        }
    }

    private Optional<String> field(String header, String parameter) {
        return switch (precedence) {
            case HEADERS -> request.header(header).or(() -> query.first(parameter));
            case PARAMETERS -> query.first(parameter).or(() -> request.header(header));
        };
    }

    /// Like [#field], for a field whose empty value counts as absent.
    private Optional<String> told(String header, String parameter) {
        Optional<String> first = field(header, parameter).filter(Report::isTold);
        return first.isPresent() ? first : switch (precedence) {
            case HEADERS -> query.first(parameter).filter(Report::isTold);
            case PARAMETERS -> request.header(header).filter(Report::isTold);
        };
    }

    private static boolean isTold(String value) {
        return !value.isEmpty();
    }
}
