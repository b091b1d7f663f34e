package prisme.columns;

import java.util.ArrayList;
import java.util.List;

/// The order in which everything in a part is written to a file: sessions by their id; first the visitors whose id is
/// their key, in the order of their sessions, then the others by their id; texts by their bytes.
final class Order {
    private final PartBuilder part;
    private final int[] sessions;
    private final int[] placeOfSession;
    private final int[] visitors;
    private final int[] placeOfVisitor;
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<int[]> codes = new ArrayList<>();
    private final List<int[]> placesOfCodes = new ArrayList<>();
    private int keys;

    Order(PartBuilder part) {
        this.part = part;
        for (Field field : Field.values()) {
            dictionaries.add(part.dictionary(field));
        }
        dictionaries.add(part.visitorIds().texts());
        for (Dictionary dictionary : dictionaries) {
            codes.add(IntSort.sorted(dictionary.size(), dictionary::compare));
            placesOfCodes.add(places(codes.getLast()));
        }
        sessions = IntSort.sorted(part.sessions(), this::compareSessions);
        placeOfSession = places(sessions);
        visitors = visitors();
        placeOfVisitor = places(visitors);
    }

    /// The row of the session that is written at a place.
    int session(int place) {
        return sessions[place];
    }

    /// The visitor that is written at a place.
    int visitor(int place) {
        return visitors[place];
    }

    /// How many visitors have an id that is their key.
    int keys() {
        return keys;
    }

    /// The text that is written at a place in a dictionary.
    byte[] text(int dictionary, int place) {
        return dictionaries.get(dictionary).bytes(codes.get(dictionary)[place]);
    }

    /// For each dictionary, the places at which its blocks begin, and its end.
    List<List<Integer>> dictionaries() {
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < dictionaries.size(); i++) {
            all.add(starts(dictionaries.get(i), codes.get(i)));
        }
        return all;
    }

    private static List<Integer> starts(Dictionary texts, int[] sorted) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            size += texts.length(sorted[i]);
            if (size >= TextBlock.FULL) {
                starts.add(i + 1);
                size = 0;
            }
        }
        if (starts.getLast() < sorted.length) {
            starts.add(sorted.length);
        }
        return starts;
    }

    /// The value of a column of the events, with rows and codes translated into new places.
    int event(EventColumn column, int row) {
        int value = part.eventRows().column(column).get(row);
        return switch (column) {
            case SESSION -> placeOfSession[value];
            case PATH -> place(Field.PATH, value);
            case SUBJECT -> switch (kind(row)) {
                case PAGEVIEW -> value;
                case CUSTOM -> place(Field.EVENT_NAME, value);
                case OUTBOUND_CLICK -> place(Field.LINK, value);
                case FILE_DOWNLOAD -> place(Field.FILE, value);
            };
            case PROPERTIES -> switch (kind(row)) {
                case CUSTOM -> place(Field.PROPERTIES, value);
                case PAGEVIEW, OUTBOUND_CLICK, FILE_DOWNLOAD -> value;
            };
            case KIND, STATUS, VERSION -> value;
        };
    }

    private EventKind kind(int row) {
        return EventKind.numbered(part.eventRows().column(EventColumn.KIND).get(row));
    }

    /// The value of a column of the sessions at a new place, with visitors and codes translated into new places.
    int session(SessionColumn column, int place) {
        int[] value = new int[1];
        part.read(column, sessions[place], 1, value);
        return switch (column) {
            case VISITOR -> placeOfVisitor[value[0]];
            case VERSION, EXIT_STATUS -> value[0];
            case DOMAIN, ENTRY_PATH, EXIT_PATH, REFERRER, COUNTRY, SYSTEM, BROWSER, DEVICE, UTM_SOURCE, UTM_MEDIUM,
                 UTM_CAMPAIGN, UTM_TERM, UTM_CONTENT -> place(Fields.of(column), value[0]);
        };
    }

    private int place(Field field, int code) {
        return placesOfCodes.get(field.ordinal())[code];
    }

    private int compareSessions(int one, int other) {
        SessionRows rows = part.sessionRows();
        int order = Long.compareUnsigned(rows.high(one), rows.high(other));
        return order != 0 ? order : Long.compareUnsigned(rows.low(one), rows.low(other));
    }

    private int[] visitors() {
        VisitorIds ids = part.visitorIds();
        int[] order = new int[ids.size()];
        boolean[] isSeen = new boolean[ids.size()];
        for (int row : sessions) {
            int visitor = part.sessionRows().column(SessionColumn.VISITOR).get(row);
            if (ids.isKey(visitor) && !isSeen[visitor]) {
                isSeen[visitor] = true;
                order[keys++] = visitor;
            }
        }
        int next = keys;
        for (int code : codes.getLast()) {
            order[next++] = ids.ofText(code);
        }
        return order;
    }

    private static int[] places(int[] order) {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }
}
