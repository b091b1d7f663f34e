package prisme.collect;

import java.io.IOException;
import java.time.InstantSource;
import prisme.event.Event;
import prisme.http.Response;
import prisme.visitors.Attribution;

/// Takes the report that a file was fetched.
final class DownloadHandler implements EventHandler {
    private final Attributions attributions;
    private final EventJournal journal;
    private final InstantSource clock;

    DownloadHandler(Attributions attributions, EventJournal journal, InstantSource clock) {
        this.attributions = attributions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Click click = Click.ofPost(report);
        Attribution session = attributions.find(click.who(), click.where());
        journal.append(new Event.FileDownload(clock.instant(), session.visit(), session.visitorId(), session.path(),
                click.target().text()));
        return Response.ok();
    }
}
