package prisme.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import prisme.event.Event;
import prisme.event.Visit;

/// The fields of an event's line.
final class EventFields {
    static final List<String> COLUMNS = Stream.of(
            Stream.of("type", "timestamp", "domain", "path", "visitor_id", "session_uuid", "referrer_domain",
                    "entry_path"),
            VisitFields.COLUMNS.stream(),
            Stream.of("status", "version", "name", "properties", "link", "url")).flatMap(fields -> fields).toList();

    /// Those that an event of every kind has.
    static final Set<String> OF_ALL = Set.copyOf(COLUMNS.subList(0, COLUMNS.indexOf("status")));

    private EventFields() {}

    static void write(Event event, Row row) {
        Visit visit = event.visit();
        row.text("type", type(event));
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

    private static String type(Event event) {
        return switch (event) {
            case Event.Pageview _ -> "pageview";
            case Event.Custom _ -> "custom";
            case Event.OutboundClick _ -> "outbound_link_click";
            case Event.FileDownload _ -> "file_download";
        };
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
