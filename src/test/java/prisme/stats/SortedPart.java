package prisme.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import prisme.columns.EventColumn;
import prisme.columns.EventKind;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.columns.SessionColumn;
import prisme.columns.Texts;

/// A part whose sessions and texts are in ascending order, made from one that is in no order. Visitors turn around.
final class SortedPart implements Part {
    private final Part part;
    private final int[] rowOrder;
    private final int[] newRows;
    private final int[] visitorOrder;
    private final int[] newVisitors;
    private final Map<Field, Order> texts = new EnumMap<>(Field.class);

    private record Order(Texts old, int[] order, int[] newCodes) implements Texts {
        static Order of(Texts old) {
            int[] order = IntStream.range(0, old.size()).boxed()
                    .sorted(Comparator.comparing(old::bytes, Arrays::compareUnsigned))
                    .mapToInt(Integer::intValue).toArray();
            return new Order(old, order, inverse(order));
        }

        @Override public int size() {
            return order.length;
        }

        @Override public boolean isSorted() {
            return true;
        }

        @Override public String text(int code) {
            return old.text(order[code]);
        }

        @Override public byte[] bytes(int code) {
            return old.bytes(order[code]);
        }
    }

    SortedPart(Part part) {
        this.part = part;
        this.rowOrder = order(new Keys(part));
        this.newRows = inverse(rowOrder);
        this.visitorOrder = IntStream.range(0, part.visitors()).map(i -> part.visitors() - 1 - i).toArray();
        this.newVisitors = inverse(visitorOrder);
        for (Field field : Field.values()) {
            texts.put(field, Order.of(part.texts(field)));
        }
    }

    private static int[] order(Keys keys) {
        long[] high = new long[keys.size()];
        long[] low = new long[keys.size()];
        keys.read(0, keys.size(), high, low);
        return IntStream.range(0, keys.size()).boxed()
                .sorted((a, b) -> Keys.compare(high[a], low[a], high[b], low[b]))
                .mapToInt(Integer::intValue).toArray();
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    @Override public long identity() {
        return part.identity();
    }

    @Override public int sessions() {
        return part.sessions();
    }

    @Override public int events() {
        return part.events();
    }

    @Override public int visitors() {
        return part.visitors();
    }

    @Override public boolean isSorted() {
        return true;
    }

    @Override public long firstSecond() {
        return part.firstSecond();
    }

    @Override public long lastSecond() {
        return part.lastSecond();
    }

    @Override public long firstStart() {
        return part.firstStart();
    }

    @Override public long lastStart() {
        return part.lastStart();
    }

    @Override public Texts texts(Field field) {
        return texts.get(field);
    }

    @Override public void sessionIds(int from, int count, long[] high, long[] low) {
        gather(rowOrder, from, count, (row, i) -> {
            long[] oneHigh = new long[1];
            long[] oneLow = new long[1];
            part.sessionIds(row, 1, oneHigh, oneLow);
            high[i] = oneHigh[0];
            low[i] = oneLow[0];
        });
    }

    @Override public void visitorKeys(int from, int count, long[] high, long[] low) {
        gather(visitorOrder, from, count, (visitor, i) -> {
            long[] oneHigh = new long[1];
            long[] oneLow = new long[1];
            part.visitorKeys(visitor, 1, oneHigh, oneLow);
            high[i] = oneHigh[0];
            low[i] = oneLow[0];
        });
    }

    @Override public void read(SessionColumn column, int from, int count, int[] into) {
        gather(rowOrder, from, count, (row, i) -> {
            int[] one = new int[1];
            part.read(column, row, 1, one);
            into[i] = switch (column) {
                case VISITOR -> newVisitors[one[0]];
                case VERSION, EXIT_STATUS -> one[0];
                case DOMAIN -> newCode(Field.DOMAIN, one[0]);
                case ENTRY_PATH, EXIT_PATH -> newCode(Field.PATH, one[0]);
                case REFERRER -> newCode(Field.REFERRER, one[0]);
                case COUNTRY -> newCode(Field.COUNTRY, one[0]);
                case SYSTEM -> newCode(Field.SYSTEM, one[0]);
                case BROWSER -> newCode(Field.BROWSER, one[0]);
                case DEVICE -> newCode(Field.DEVICE, one[0]);
                case UTM_SOURCE -> newCode(Field.UTM_SOURCE, one[0]);
                case UTM_MEDIUM -> newCode(Field.UTM_MEDIUM, one[0]);
                case UTM_CAMPAIGN -> newCode(Field.UTM_CAMPAIGN, one[0]);
                case UTM_TERM -> newCode(Field.UTM_TERM, one[0]);
                case UTM_CONTENT -> newCode(Field.UTM_CONTENT, one[0]);
            };
        });
    }

    @Override public void exits(int from, int count, long[] into) {
        gather(rowOrder, from, count, (row, i) -> {
            long[] one = new long[1];
            part.exits(row, 1, one);
            into[i] = one[0];
        });
    }

    @Override public void read(EventColumn column, int from, int count, int[] into) {
        part.read(column, from, count, into);
        int[] kinds = new int[count];
        part.read(EventColumn.KIND, from, count, kinds);
        for (int i = 0; i < count; i++) {
            into[i] = switch (column) {
                case SESSION -> newRows[into[i]];
                case PATH -> newCode(Field.PATH, into[i]);
                case SUBJECT -> switch (EventKind.numbered(kinds[i])) {
                    case CUSTOM -> newCode(Field.EVENT_NAME, into[i]);
                    case OUTBOUND_CLICK -> newCode(Field.LINK, into[i]);
                    case FILE_DOWNLOAD -> newCode(Field.FILE, into[i]);
                    case PAGEVIEW -> into[i];
                };
                case PROPERTIES -> kinds[i] == EventKind.CUSTOM.number() ? newCode(Field.PROPERTIES, into[i]) : into[i];
                case KIND, STATUS, VERSION -> into[i];
            };
        }
    }

    @Override public void times(int from, int count, long[] into) {
        part.times(from, count, into);
    }

    private int newCode(Field field, int code) {
        return texts.get(field).newCodes()[code];
    }

    private interface Take {
        void from(int old, int index);
    }

    private static void gather(int[] order, int from, int count, Take take) {
        for (int i = 0; i < count; i++) {
            take.from(order[from + i], i);
        }
    }
}
