package prisme.columns;

import java.util.EnumMap;
import java.util.Map;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.SessionId;
import prisme.event.Visit;

/// A part in memory that grows: it takes events in order of arrival, and in between is read like any other. Not safe
/// for use by several threads at the same time.
public final class PartBuilder implements Part {
    static final int MILLIS_PER_SECOND = 1000;

    private final long identity;
    private final Map<Field, Dictionary> texts = new EnumMap<>(Field.class);
    private final VisitorIds visitors = new VisitorIds();
    private final SessionRows sessions = new SessionRows();
    private final EventRows events = new EventRows();
    private long firstStart = Long.MAX_VALUE;
    private long lastStart;

    /// @param identity what tells it from every other part
    public PartBuilder(long identity) {
        this.identity = identity;
        for (Field field : Field.values()) {
            texts.put(field, new Dictionary());
        }
    }

    /// Adds the event with a sequence number, which is larger than that of the one before.
    public void add(long sequence, Event event) {
        int path = code(Field.PATH, event.path());
        int row = row(event);
        long time = event.at().toEpochMilli();
        switch (event) {
            case Event.Pageview view -> events.add(sequence, time, row, EventKind.PAGEVIEW.number(), path,
                    view.status(), view.version(), 0, 0);
            case Event.Custom custom -> events.add(sequence, time, row, EventKind.CUSTOM.number(), path, 0, 0,
                    code(Field.EVENT_NAME, custom.name()), code(Field.PROPERTIES, custom.properties()));
            case Event.OutboundClick click -> events.add(sequence, time, row, EventKind.OUTBOUND_CLICK.number(), path,
                    0, 0, code(Field.LINK, click.link()), 0);
            case Event.FileDownload download -> events.add(sequence, time, row, EventKind.FILE_DOWNLOAD.number(), path,
                    0, 0, code(Field.FILE, download.url()), 0);
        }
        long start = SessionId.start(event.visit().session().getMostSignificantBits());
        firstStart = Math.min(firstStart, start);
        lastStart = Math.max(lastStart, start);
    }

    private int row(Event event) {
        Visit visit = event.visit();
        long high = visit.session().getMostSignificantBits();
        long low = visit.session().getLeastSignificantBits();
        int[] values = values(visit, event.visitorId());
        int known = sessions.find(high, low, values);
        int row = known < 0 ? sessions.add(high, low, values, events.size()) : known;
        return event instanceof Event.Pageview view ? rowOf(view, row, values) : row;
    }

    /* Of rows with the same version the later one counts. So a page view that replaces one in a later row begins
     * another row. Versions that do not go up come from imports alone. */
    private int rowOf(Event.Pageview view, int row, int[] values) {
        int record = sessions.record(sessions.high(row), sessions.low(row));
        boolean isOld = view.version() < version(row);
        boolean isTie = record > row && version(record) == view.version();
        int used = row;
        if (isTie && !isOld) {
            used = sessions.add(sessions.high(row), sessions.low(row), values, events.size());
        } else if (!isOld) {
            sessions.setLast(row, events.size());
        }
        if (record < 0 || record == row || version(record) <= view.version()) {
            sessions.setRecord(used);
        }
        return used;
    }

    /// The version of a row, 0 where it has none yet.
    private int version(int row) {
        return sessions.last(row) == events.size() ? 0 : events.column(EventColumn.VERSION).get(sessions.last(row));
    }

    private int[] values(Visit visit, String visitorId) {
        Client client = visit.client();
        Campaign campaign = visit.campaign();
        return new int[] {code(Field.DOMAIN, visit.domain()), code(Field.PATH, visit.entryPath()),
            code(Field.REFERRER, visit.referrerDomain()), code(Field.COUNTRY, visit.country()),
            code(Field.SYSTEM, client.system()), code(Field.BROWSER, client.browser()),
            code(Field.DEVICE, client.device()), code(Field.UTM_SOURCE, campaign.source()),
            code(Field.UTM_MEDIUM, campaign.medium()), code(Field.UTM_CAMPAIGN, campaign.campaign()),
            code(Field.UTM_TERM, campaign.term()), code(Field.UTM_CONTENT, campaign.content()),
            visitors.number(visitorId)};
    }

    private int code(Field field, String text) {
        return texts.get(field).code(text);
    }

    Dictionary dictionary(Field field) {
        return texts.get(field);
    }

    VisitorIds visitorIds() {
        return visitors;
    }

    SessionRows sessionRows() {
        return sessions;
    }

    EventRows eventRows() {
        return events;
    }

    @Override public long identity() {
        return identity;
    }

    @Override public int sessions() {
        return sessions.size();
    }

    @Override public int events() {
        return events.size();
    }

    @Override public int visitors() {
        return visitors.size();
    }

    @Override public boolean isSorted() {
        return sessions.isSorted();
    }

    @Override public long firstSecond() {
        return Math.floorDiv(events.first(), MILLIS_PER_SECOND);
    }

    @Override public long lastSecond() {
        return Math.floorDiv(events.last(), MILLIS_PER_SECOND);
    }

    @Override public long firstStart() {
        return sessions.size() == 0 ? 0 : firstStart / MILLIS_PER_SECOND;
    }

    @Override public long lastStart() {
        return lastStart / MILLIS_PER_SECOND;
    }

    @Override public Texts texts(Field field) {
        return texts.get(field);
    }

    @Override public void sessionIds(int from, int count, long[] high, long[] low) {
        sessions.ids(from, count, high, low);
    }

    @Override public void visitorKeys(int from, int count, long[] high, long[] low) {
        visitors.keys(from, count, high, low);
    }

    @Override public void read(SessionColumn column, int from, int count, int[] into) {
        switch (column) {
            case EXIT_PATH -> readLast(EventColumn.PATH, from, count, into);
            case VERSION -> readLast(EventColumn.VERSION, from, count, into);
            case EXIT_STATUS -> readLast(EventColumn.STATUS, from, count, into);
            case DOMAIN, ENTRY_PATH, REFERRER, COUNTRY, SYSTEM, BROWSER, DEVICE, UTM_SOURCE, UTM_MEDIUM, UTM_CAMPAIGN,
                 UTM_TERM, UTM_CONTENT, VISITOR -> sessions.column(column).read(from, count, into);
        }
    }

    private void readLast(EventColumn column, int from, int count, int[] into) {
        Numbers values = events.column(column);
        for (int i = 0; i < count; i++) {
            into[i] = values.get(sessions.last(from + i));
        }
    }

    @Override public void exits(int from, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = Math.floorDiv(events.time(sessions.last(from + i)), MILLIS_PER_SECOND);
        }
    }

    @Override public void read(EventColumn column, int from, int count, int[] into) {
        events.column(column).read(from, count, into);
    }

    @Override public void times(int from, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = Math.floorDiv(events.time(from + i), MILLIS_PER_SECOND);
        }
    }
}
