package prisme.collect;

import java.io.IOException;
import prisme.http.Response;

/// Leads a visitor who followed a link through this server on to its target. Whatever becomes of the event, nobody is
/// left standing: where it is not stored, the answer is a page that links to the target, which [Onward] makes where the
/// event could not be stored.
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
            return Onward.page(e.outcome().of(Response.problem(400, e.getMessage())), click);
        }
    }
}
