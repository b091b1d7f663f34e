package prisme.columns;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import prisme.columns.Layout.HiddenSessionColumn;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Visit;

/// Makes visits and visitor ids from the rows of sessions.
final class Visits {
    private static final int ROWS = Packing.ROWS;
    private static final int NONE = -1;

    private final SealedPart part;
    private final TextReaders texts;
    private Rows rows;
    private Keys keys = new Keys(NONE, new long[0], new long[0]);

    Visits(SealedPart part, TextReaders texts) {
        this.part = part;
        this.texts = texts;
        this.rows = new Rows(part, NONE, new long[0], new long[0], Map.of());
    }

    /// A block of sessions. Its other columns are unpacked when they are first asked for.
    private record Rows(SealedPart part, int chunk, long[] high, long[] low, Map<SessionColumn, int[]> columns)
            implements Unpacked.Block {
        private static final int SIZE =
                ROWS * (2 * Long.BYTES + SessionColumn.values().length * Integer.BYTES);

        static Rows of(SealedPart part, int chunk) throws IOException {
            Column high = part.column(HiddenSessionColumn.HIGH);
            return high.unpacked(chunk, Rows.class, () -> new Rows(part, chunk, high.longs(chunk),
                    part.column(HiddenSessionColumn.LOW).longs(chunk), new EnumMap<>(SessionColumn.class)));
        }

        int value(SessionColumn column, int row) throws IOException {
            int[] known = columns.get(column);
            if (known == null) {
                known = part.column(column).ints(chunk);
                columns.put(column, known);
            }
            return known[row % ROWS];
        }

        @Override public int memory() {
            return SIZE;
        }
    }

    /// The keys of a block of visitors.
    private record Keys(int chunk, long[] high, long[] low) implements Unpacked.Block {
        static Keys of(SealedPart part, int chunk) throws IOException {
            return part.keysHigh().unpacked(chunk, Keys.class,
                    () -> new Keys(chunk, part.keysHigh().longs(chunk), part.keysLow().longs(chunk)));
        }

        @Override public int memory() {
            return 2 * ROWS * Long.BYTES;
        }
    }

    long high(int row) throws IOException {
        return rows(row).high[row % ROWS];
    }

    long low(int row) throws IOException {
        return rows(row).low[row % ROWS];
    }

    private Rows rows(int row) throws IOException {
        if (rows.chunk != row / ROWS) {
            rows = Rows.of(part, row / ROWS);
        }
        return rows;
    }

    private Keys keys(int visitor) throws IOException {
        if (keys.chunk != visitor / ROWS) {
            keys = Keys.of(part, visitor / ROWS);
        }
        return keys;
    }

    String visitorId(int row) throws IOException {
        int visitor = rows(row).value(SessionColumn.VISITOR, row);
        if (!part.isKey(visitor)) {
            return part.visitorText(visitor);
        }
        Keys block = keys(visitor);
        return new VisitorKey(block.high[visitor % ROWS], block.low[visitor % ROWS]).text();
    }

    Visit visit(int row) throws IOException {
        return new Visit(new UUID(high(row), low(row)), text(SessionColumn.DOMAIN, row),
                text(SessionColumn.ENTRY_PATH, row), text(SessionColumn.REFERRER, row),
                text(SessionColumn.COUNTRY, row),
                new Client(text(SessionColumn.BROWSER, row), text(SessionColumn.SYSTEM, row),
                        text(SessionColumn.DEVICE, row)),
                new Campaign(text(SessionColumn.UTM_SOURCE, row), text(SessionColumn.UTM_MEDIUM, row),
                        text(SessionColumn.UTM_CAMPAIGN, row), text(SessionColumn.UTM_TERM, row),
                        text(SessionColumn.UTM_CONTENT, row)));
    }

    private String text(SessionColumn column, int row) throws IOException {
        return texts.text(Fields.of(column), rows(row).value(column, row));
    }
}
