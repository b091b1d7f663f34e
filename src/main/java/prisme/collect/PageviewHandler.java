package prisme.collect;

import java.io.IOException;
import java.time.InstantSource;
import prisme.event.Url;
import prisme.http.Response;
import prisme.visitors.PageviewOutcome;
import prisme.visitors.PageviewReport;
import prisme.visitors.Visitors;

/// Stores page views.
final class PageviewHandler implements EventHandler {
    private final Visitors visitors;
    private final NewVisitorReader newVisitors;
    private final InstantSource clock;

    PageviewHandler(Visitors visitors, NewVisitorReader newVisitors, InstantSource clock) {
        this.visitors = visitors;
        this.newVisitors = newVisitors;
        this.clock = clock;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException {
        Url page = report.page();
        PageviewReport pageview = new PageviewReport(report.visitorOn(page.domain()), page.page(),
                report.documentReferrer(), report.visitorId(), report.status());
        if (report.request().recordsNothing()) {
            return Response.ok();
        }
        return switch (visitors.pageview(pageview, () -> newVisitors.read(report, page), clock.instant())) {
            case PageviewOutcome.Recorded() -> Response.ok();
            case PageviewOutcome.ShownAgain() -> Outcome.REPEATED.of(Response.ok());
            case PageviewOutcome.FromBot(String rule) ->
                    throw new BadReport(Outcome.BOT, "Bots are not counted: " + rule + ".");
        };
    }
}
