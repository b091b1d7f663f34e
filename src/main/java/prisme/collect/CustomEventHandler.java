package prisme.collect;

import java.io.IOException;
import prisme.event.Event;
import prisme.event.EventName;
import prisme.event.Url;
import prisme.http.Response;
import prisme.visitors.Whereabouts;

/// Takes an event that the site thought of itself: a name and, as a JSON object, its properties.
final class CustomEventHandler implements EventHandler {
    private final PropertiesOf propertiesOf;
    private final Logbook logbook;

    /// Reads the properties where a kind of report has them.
    interface PropertiesOf {
        String report(Report report) throws BadReport;
    }

    CustomEventHandler(PropertiesOf propertiesOf, Logbook logbook) {
        this.propertiesOf = propertiesOf;
        this.logbook = logbook;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Url page = report.page();
        String name = name(report);
        String properties = propertiesOf.report(report);
        if (report.request().recordsNothing()) {
            return Response.ok();
        }
        Whereabouts where = report.mayBeCutOff(page)
                ? new Whereabouts.AtOrAnywhere(page.path()) : new Whereabouts.At(page.path());
        logbook.enter(report.visitorOn(page.domain()), where, (now, session) ->
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
