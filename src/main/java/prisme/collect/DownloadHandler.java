package prisme.collect;

import java.io.IOException;
import prisme.event.Event;
import prisme.http.Response;

/// Takes the report that a file was fetched.
final class DownloadHandler implements EventHandler {
    private final Logbook logbook;

    DownloadHandler(Logbook logbook) {
        this.logbook = logbook;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Click click = Click.ofPost(report);
        logbook.enter(click.who(), click.where(), (now, session) -> new Event.FileDownload(now, session.visit(),
                session.visitorId(), session.path(), click.target().text()));
        return Response.ok();
    }
}
