package prisme.exchange;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import prisme.event.Event;
import prisme.event.SessionId;
import prisme.event.Visit;

/// The fields of a session's line.
final class SessionFields {
    static final List<String> COLUMNS = Stream.concat(
            Stream.of("domain", "entry_path", "entry_timestamp", "exit_path", "exit_timestamp", "exit_status",
                    "version", "visitor_id", "session_uuid", "referrer_domain"),
            VisitFields.COLUMNS.stream()).toList();

    private SessionFields() {}

    /// @param last the session's last page view
    static void write(Event.Pageview last, Row row) {
        Visit visit = last.visit();
        row.text("domain", visit.domain());
        row.text("entry_path", visit.entryPath());
        row.text("entry_timestamp", Timestamp.text(Instant.ofEpochMilli(
                SessionId.start(visit.session().getMostSignificantBits()))));
        row.text("exit_path", last.path());
        row.text("exit_timestamp", Timestamp.text(last.at()));
        row.number("exit_status", last.status());
        row.number("version", last.version());
        row.text("visitor_id", last.visitorId());
        row.text("session_uuid", visit.session().toString());
        row.text("referrer_domain", visit.referrerDomain());
        VisitFields.write(visit, row);
    }
}
