package prisme.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import prisme.event.Event;
import prisme.event.Visit;

/// The fields of an event's line.
final class EventFields {
    /// The fields that events of every kind have.
    static final List<String> OF_ALL = Stream.concat(
            Stream.of("type", "timestamp", "domain", "path", "visitor_id", "session_uuid", "referrer_domain",
                    "entry_path"),
            VisitFields.COLUMNS.stream()).toList();

    /// All fields, of whatever kind of event.
    static final List<String> COLUMNS = Stream.concat(OF_ALL.stream(),
            Arrays.stream(EventType.values()).flatMap(type -> type.fields().stream()).distinct()).toList();

    private EventFields() {}

    static void write(Event event, Row row) {
        Visit visit = event.visit();
        row.text("type", EventType.of(event).word());
        row.text("timestamp", Timestamp.text(event.at()));
        row.text("domain", visit.domain());
        row.text("path", event.path());
        row.text("visitor_id", event.visitorId());
        row.text("session_uuid", visit.session().toString());
        row.text("referrer_domain", visit.referrerDomain());
        row.text("entry_path", visit.entryPath());
        VisitFields.write(visit, row);
        detail(event, row);
    }

    private static void detail(Event event, Row row) {
        switch (event) {
            case Event.Pageview pageview -> {
                row.number("status", pageview.status());
                row.number("version", pageview.version());
            }
            case Event.Custom custom -> {
                row.text("name", custom.name());
                row.json("properties", custom.properties());
            }
            case Event.OutboundClick click -> row.text("link", click.link());
            case Event.FileDownload download -> row.text("url", download.url());
        }
    }
}
