package prisme.collect;

import java.io.IOException;
import java.time.InstantSource;
import prisme.event.Event;
import prisme.event.EventName;
import prisme.event.Url;
import prisme.http.Response;
import prisme.visitors.Attribution;
import prisme.visitors.Whereabouts;

/// Takes an event that the site thought of itself: a name and, as a JSON object, its properties.
final class CustomEventHandler implements EventHandler {
    private final PropertiesOf propertiesOf;
    private final Attributions attributions;
    private final EventJournal journal;
    private final InstantSource clock;

    /// Reads the properties where a kind of report has them.
    interface PropertiesOf {
        String report(Report report) throws BadReport;
    }

    CustomEventHandler(PropertiesOf propertiesOf, Attributions attributions, EventJournal journal,
                       InstantSource clock) {
        this.propertiesOf = propertiesOf;
        this.attributions = attributions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Response handle(Report report) throws BadReport, IOException, InterruptedException {
        Url page = report.page();
        String name = name(report);
        String properties = propertiesOf.report(report);
        if (report.request().recordsNothing()) {
            return Response.ok();
        }
        Attribution session = attributions.find(report.visitorOn(page.domain()), new Whereabouts.At(page.path()));
        journal.append(new Event.Custom(clock.instant(), session.visit(), session.visitorId(), session.path(), name,
                properties));
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
