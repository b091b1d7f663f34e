package prisme.collect;

import java.io.IOException;
import prisme.http.Response;

/// Stores that a visitor followed a link through this server, and redirects to its target. When the report is refused,
/// the answer is a page that links to the target; when the event could not be stored, [LinkPage] makes that page.
final class RedirectHandler implements EventHandler {
    private final OutboundHandler outbound;

    RedirectHandler(OutboundHandler outbound) {
        this.outbound = outbound;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Click click = Click.ofLink(report);
        try {
            if (!report.request().recordsNothing()) {
                outbound.store(click);
            }
            return Response.of(302).with("Location", click.target().whole()).with("Cache-Control", "no-store");
        } catch (BadReport e) {
            return LinkPage.page(e.outcome().of(Response.problem(400, e.getMessage())), click);
        }
    }
}
