package prisme.collect;

import java.io.IOException;
import java.time.InstantSource;
import prisme.event.Event;
import prisme.http.Response;
import prisme.visitors.Attribution;

/// Takes the report that a link to another host was followed.
final class OutboundHandler implements EventHandler {
    private final Attributions attributions;
    private final EventJournal journal;
    private final InstantSource clock;

    OutboundHandler(Attributions attributions, EventJournal journal, InstantSource clock) {
        this.attributions = attributions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        store(Click.ofPost(report));
        return Response.ok();
    }

    void store(Click click) throws BadReport, IOException, InterruptedException {
        requireOutbound(click);
        Attribution session = attributions.find(click.who(), click.where());
        journal.append(new Event.OutboundClick(clock.instant(), session.visit(), session.visitorId(), session.path(),
                click.target().text()));
    }

    private static void requireOutbound(Click click) throws BadReport {
        if (click.target().host().equals(click.pagesHost())) {
            throw new BadReport("The link leads to the page's own host, so it is no outbound link.");
        }
    }
}
