package prisme.collect;

import java.io.IOException;
import prisme.http.Response;

/// Leads a visitor who followed a link through this server on to its target. Whatever becomes of the event, nobody is
/// left standing: where it could not be stored, the answer is a page that links to the target.
final class RedirectHandler implements EventHandler {
    private final OutboundHandler outbound;

    RedirectHandler(OutboundHandler outbound) {
        this.outbound = outbound;
    }

    @Override
    public Response handle(Report report) throws BadReport, InterruptedException {
        Click click = Click.ofLink(report);
        try {
            if (!report.request().recordsNothing()) {
                outbound.store(click);
            }
            return Response.of(302).with("Location", click.target().whole()).with("Cache-Control", "no-store");
        } catch (BadReport e) {
            return Onward.page(e.outcome().of(Response.problem(400, e.getMessage())), click);
        } catch (IOException e) {
            return Onward.page(Response.problem(503, "The event could not be stored: " + e.getMessage()), click);
        }
    }
}
