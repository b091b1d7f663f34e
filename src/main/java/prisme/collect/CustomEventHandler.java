package prisme.collect;

import java.io.IOException;
import prisme.event.Event;
import prisme.event.EventName;
import prisme.event.Url;
import prisme.http.Response;
import prisme.visitors.Whereabouts;

/// Stores an event that the site defines itself: a name and, as a JSON object, its properties.
final class CustomEventHandler implements EventHandler {
    private final PropertiesReader reader;
    private final EventRecorder recorder;

    /// Reads the properties of an event from where this kind of report has them.
    interface PropertiesReader {
        String read(Report report) throws BadReport;
    }

    CustomEventHandler(PropertiesReader reader, EventRecorder recorder) {
        this.reader = reader;
        this.recorder = recorder;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Url page = report.page();
        String name = name(report);
        String properties = reader.read(report);
        if (report.request().recordsNothing()) {
            return Response.ok();
        }
        Whereabouts where = report.mayBeCutOff(page)
                ? new Whereabouts.AtOrAnywhere(page.path()) : new Whereabouts.At(page.path());
        recorder.store(report.visitorOn(page.domain()), where, (now, session) ->
                new Event.Custom(now, session.visit(), session.visitorId(), session.path(), name, properties));
        return Response.ok();
    }

    private static String name(Report report) throws BadReport {
        String name = report.request().parameter("name");
        if (!EventName.isValid(name)) {
            throw new BadReport("The event's name must have " + EventName.RULE + ".");
        }
        return name;
    }
}
