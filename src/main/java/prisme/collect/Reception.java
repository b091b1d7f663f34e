package prisme.collect;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import prisme.event.InvalidUrl;
import prisme.event.Url;
import prisme.http.Handler;
import prisme.http.Request;
import prisme.http.Response;

/// Wraps the handler of each kind of event: before it, the site must be registered; after it, whatever went wrong is
/// turned into an answer that says so.
final class Reception {
    private static final String RETRY_SECONDS = "10";

    private final Origins origins;

    Reception(Origins origins) {
        this.origins = origins;
    }

    /// A handler for reports that name their site in `Origin`, as scripts, pings and servers do.
    Handler ofScripts(EventHandler handler) {
        return request -> answer(request, ask(request), Report.Precedence.HEADERS, handler);
    }

    /// A handler for reports of images and links, whose site browsers name in `Referer`.
    Handler ofLinks(EventHandler handler) {
        return request -> answer(request, askOfOriginOrReferer(request), Report.Precedence.PARAMETERS, handler);
    }

    private static Response answer(Request request, Origins.Answer origin, Report.Precedence precedence,
                                   EventHandler handler) {
        return switch (origin) {
            case Origins.Answer.Registered(String domain) -> answer(new Report(request, domain, precedence), handler);
            case Origins.Answer.Refused(String reason) -> Outcome.ORIGIN.of(Response.problem(400, reason));
        };
    }

    private static Response answer(Report report, EventHandler handler) {
        try {
            return handler.handle(report);
        } catch (BadReport e) {
            return e.outcome().of(Response.problem(400, e.getMessage()));
        } catch (IOException e) {
            return unavailable("The event could not be stored: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unavailable("The server is stopping.");
        }
    }

    private static Response unavailable(String detail) {
        return Response.problem(503, detail).with("Retry-After", RETRY_SECONDS);
    }

    private Origins.Answer ask(Request request) {
        List<String> origins = request.headers("Origin");
        if (origins.size() > 1) {
            return new Origins.Answer.Refused("There is more than one Origin header.");
        }
        return isMissing(origins) ? new Origins.Answer.Refused("The Origin header is missing: send the address of the "
                + "site, such as https://example.com.") : this.origins.ask(origins.getFirst());
    }

    private Origins.Answer askOfOriginOrReferer(Request request) {
        Optional<String> referer = isMissing(request.headers("Origin"))
                ? request.header("Referer").filter(text -> !text.isEmpty()) : Optional.empty();
        return referer.isPresent() ? origins.ask("Referer", originOf(referer.get())) : ask(request);
    }

    private static boolean isMissing(List<String> headers) {
        return headers.isEmpty() || headers.size() == 1 && headers.getFirst().isEmpty();
    }

    /// The origin of a page's address. A text that is no address stays as it is, and is then refused with what is wrong
    /// with it.
    private static String originOf(String referer) {
        try {
            Url page = Url.parse(referer);
            return page.scheme() + "://" + page.domain();
        } catch (InvalidUrl _) {
            return referer;
        }
    }
}
