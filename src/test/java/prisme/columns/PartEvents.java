package prisme.columns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

/// Reads a part row by row and without any thought for speed.
///
/// @param times  of events, in milliseconds
/// @param visitorIds the text of each visitor's id
record PartEvents(Part part, IntToLongFunction times, IntFunction<String> visitorIds) {
    List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < part.events(); i++) {
            events.add(event(i));
        }
        return events;
    }

    /// The last page view of every session, as far as a part's rows of sessions tell it.
    Map<UUID, Event.Pageview> records() {
        Map<UUID, Event.Pageview> records = new HashMap<>();
        for (int row = 0; row < part.sessions(); row++) {
            if (value(SessionColumn.VERSION, row) > 0) {
                Event.Pageview record = record(row);
                records.merge(record.visit().session(), record, (old, now) -> now.version() >= old.version() ? now : old);
            }
        }
        return records;
    }

    private Event.Pageview record(int row) {
        long[] exit = new long[1];
        part.exits(row, 1, exit);
        for (int i = part.events() - 1; i >= 0; i--) {
            if (value(EventColumn.SESSION, i) == row && event(i) instanceof Event.Pageview view
                    && view.version() == value(SessionColumn.VERSION, row)) {
                Event.Pageview told = new Event.Pageview(view.at(), view.visit(), view.visitorId(),
                        text(Field.PATH, value(SessionColumn.EXIT_PATH, row)), value(SessionColumn.EXIT_STATUS, row), view.version());
                if (exit[0] != Math.floorDiv(view.at().toEpochMilli(), 1000)) {
                    throw new AssertionError("row " + row + " has exit " + exit[0]);
                }
                return told;
            }
        }
        throw new AssertionError("row " + row + " has no page view");
    }

    private Event event(int i) {
        int row = value(EventColumn.SESSION, i);
        Instant at = Instant.ofEpochMilli(times.applyAsLong(i));
        String visitor = visitorIds.apply(value(SessionColumn.VISITOR, row));
        String path = text(Field.PATH, value(EventColumn.PATH, i));
        int subject = value(EventColumn.SUBJECT, i);
        return switch (value(EventColumn.KIND, i)) {
            case 0 -> new Event.Pageview(at, visit(row), visitor, path, value(EventColumn.STATUS, i), value(EventColumn.VERSION, i));
            case 1 -> new Event.Custom(at, visit(row), visitor, path, text(Field.EVENT_NAME, subject),
                    text(Field.PROPERTIES, value(EventColumn.PROPERTIES, i)));
            case 2 -> new Event.OutboundClick(at, visit(row), visitor, path, text(Field.LINK, subject));
            default -> new Event.FileDownload(at, visit(row), visitor, path, text(Field.FILE, subject));
        };
    }

    private Visit visit(int row) {
        long[] high = new long[1];
        long[] low = new long[1];
        part.sessionIds(row, 1, high, low);
        return new Visit(new UUID(high[0], low[0]), text(Field.DOMAIN, SessionColumn.DOMAIN, row),
                text(Field.PATH, SessionColumn.ENTRY_PATH, row), text(Field.REFERRER, SessionColumn.REFERRER, row),
                text(Field.COUNTRY, SessionColumn.COUNTRY, row),
                new Client(text(Field.BROWSER, SessionColumn.BROWSER, row), text(Field.SYSTEM, SessionColumn.SYSTEM, row),
                        text(Field.DEVICE, SessionColumn.DEVICE, row)),
                new Campaign(text(Field.UTM_SOURCE, SessionColumn.UTM_SOURCE, row),
                        text(Field.UTM_MEDIUM, SessionColumn.UTM_MEDIUM, row),
                        text(Field.UTM_CAMPAIGN, SessionColumn.UTM_CAMPAIGN, row),
                        text(Field.UTM_TERM, SessionColumn.UTM_TERM, row),
                        text(Field.UTM_CONTENT, SessionColumn.UTM_CONTENT, row)));
    }

    private String text(Field field, SessionColumn column, int row) {
        return text(field, value(column, row));
    }

    private String text(Field field, int code) {
        return part.texts(field).text(code);
    }

    private int value(SessionColumn column, int row) {
        int[] value = new int[1];
        part.read(column, row, 1, value);
        return value[0];
    }

    private int value(EventColumn column, int i) {
        int[] value = new int[1];
        part.read(column, i, 1, value);
        return value[0];
    }
}
