package prisme.columns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
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

/// Makes events of a part's rows, with nothing but what a part tells.
final class PartEvents {
    private final Part part;
    private final IntToLongFunction times;
    private final IntFunction<String> visitorIds;
    private final Map<EventColumn, int[]> events = new EnumMap<>(EventColumn.class);
    private final Map<SessionColumn, int[]> sessions = new EnumMap<>(SessionColumn.class);
    private final long[] high;
    private final long[] low;

    /// @param times  of events, in milliseconds
    /// @param visitorIds the text of each visitor's id
    PartEvents(Part part, IntToLongFunction times, IntFunction<String> visitorIds) {
        this.part = part;
        this.times = times;
        this.visitorIds = visitorIds;
        high = new long[part.sessions()];
        low = new long[part.sessions()];
        part.sessionIds(0, high.length, high, low);
        for (EventColumn column : EventColumn.values()) {
            events.put(column, new int[part.events()]);
            part.read(column, 0, part.events(), events.get(column));
        }
        for (SessionColumn column : SessionColumn.values()) {
            sessions.put(column, new int[part.sessions()]);
            part.read(column, 0, part.sessions(), sessions.get(column));
        }
    }

    List<Event> all() {
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < part.events(); i++) {
            all.add(event(i));
        }
        return all;
    }

    /// The last page view of every session, as far as a part's rows of sessions tell it.
    Map<UUID, Event.Pageview> records() {
        Map<UUID, Event.Pageview> records = new HashMap<>();
        for (int row = 0; row < part.sessions(); row++) {
            if (value(SessionColumn.VERSION, row) > 0) {
                Event.Pageview record = record(row);
                records.merge(record.visit().session(), record,
                        (old, now) -> now.version() >= old.version() ? now : old);
            }
        }
        return records;
    }

    private Event.Pageview record(int row) {
        long[] exit = new long[1];
        part.exits(row, 1, exit);
        for (int i = part.events() - 1; i >= 0; i--) {
            if (value(EventColumn.SESSION, i) == row
                    && value(EventColumn.VERSION, i) == value(SessionColumn.VERSION, row)
                    && event(i) instanceof Event.Pageview view) {
                Event.Pageview told = new Event.Pageview(view.at(), view.visit(), view.visitorId(),
                        text(Field.PATH, value(SessionColumn.EXIT_PATH, row)), value(SessionColumn.EXIT_STATUS, row),
                        view.version());
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
        return switch (EventKind.numbered(value(EventColumn.KIND, i))) {
            case PAGEVIEW -> new Event.Pageview(at, visit(row), visitor, path, value(EventColumn.STATUS, i),
                    value(EventColumn.VERSION, i));
            case CUSTOM -> new Event.Custom(at, visit(row), visitor, path, text(Field.EVENT_NAME, subject),
                    text(Field.PROPERTIES, value(EventColumn.PROPERTIES, i)));
            case OUTBOUND_CLICK -> new Event.OutboundClick(at, visit(row), visitor, path, text(Field.LINK, subject));
            case FILE_DOWNLOAD -> new Event.FileDownload(at, visit(row), visitor, path, text(Field.FILE, subject));
        };
    }

    private Visit visit(int row) {
        return new Visit(new UUID(high[row], low[row]), text(Field.DOMAIN, SessionColumn.DOMAIN, row),
                text(Field.PATH, SessionColumn.ENTRY_PATH, row), text(Field.REFERRER, SessionColumn.REFERRER, row),
                text(Field.COUNTRY, SessionColumn.COUNTRY, row),
                new Client(text(Field.BROWSER, SessionColumn.BROWSER, row),
                        text(Field.SYSTEM, SessionColumn.SYSTEM, row),
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
        return sessions.get(column)[row];
    }

    private int value(EventColumn column, int i) {
        return events.get(column)[i];
    }
}
