package prisme.collect;

import java.io.IOException;
import prisme.event.Event;
import prisme.http.Response;

/// Stores the download of a file.
final class DownloadHandler implements EventHandler {
    private final EventRecorder recorder;

    DownloadHandler(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Click click = Click.ofPost(report);
        recorder.store(click.who(), click.where(), (now, session) -> new Event.FileDownload(now, session.visit(),
                session.visitorId(), session.path(), click.target().text()));
        return Response.ok();
    }
}
