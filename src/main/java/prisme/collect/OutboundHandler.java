package prisme.collect;

import java.io.IOException;
import prisme.event.Event;
import prisme.http.Response;

/// Stores that a link to another host was followed.
final class OutboundHandler implements EventHandler {
    private final EventRecorder recorder;

    OutboundHandler(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        store(Click.ofPost(report));
        return Response.ok();
    }

    void store(Click click) throws BadReport, IOException, InterruptedException {
        requireOutbound(click);
        recorder.store(click.who(), click.where(), (now, session) -> new Event.OutboundClick(now, session.visit(),
                session.visitorId(), session.path(), click.target().text()));
    }

    private static void requireOutbound(Click click) throws BadReport {
        if (click.target().host().equals(click.pagesHost())) {
            throw new BadReport("The link leads to the page's own host, so it is no outbound link.");
        }
    }
}
