package prisme.columns;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import prisme.columns.Layout.Identity;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Visit;

/// Makes visits and visitor ids of the rows of sessions again.
final class Visits {
    private static final int KEYS_SIZE = Packing.ROWS * 2 * Long.BYTES;
    private static final int BLOCK_SIZE = KEYS_SIZE + Packing.ROWS * SessionColumn.values().length * Integer.BYTES;

    private final SealedPart part;
    private final TextReaders texts;
    private final Recent<Unpacked> blocks = new Recent<>(BLOCK_SIZE, Unpacked::new);
    private final Recent<Keys> keys;

    /// The keys of a block of visitors.
    private record Keys(long[] high, long[] low) {}

    private final class Unpacked {
        private final int chunk;
        private final long[] high;
        private final long[] low;
        private final Map<SessionColumn, int[]> columns = new EnumMap<>(SessionColumn.class);

        Unpacked(int chunk) throws IOException {
            this.chunk = chunk;
            this.high = part.column(Identity.HIGH).longs(chunk);
            this.low = part.column(Identity.LOW).longs(chunk);
        }

        int value(SessionColumn column, int row) throws IOException {
            int[] known = columns.get(column);
            if (known == null) {
                known = part.column(column).ints(chunk);
                columns.put(column, known);
            }
            return known[row % Packing.ROWS];
        }
    }

    Visits(SealedPart part, TextReaders texts) {
        this.part = part;
        this.texts = texts;
        this.keys = new Recent<>(KEYS_SIZE,
                chunk -> new Keys(part.keysHigh().longs(chunk), part.keysLow().longs(chunk)));
    }

    long high(int row) throws IOException {
        return blocks.of(row).high[row % Packing.ROWS];
    }

    long low(int row) throws IOException {
        return blocks.of(row).low[row % Packing.ROWS];
    }

    String visitorId(int row) throws IOException {
        int visitor = blocks.of(row).value(SessionColumn.VISITOR, row);
        if (!part.isKey(visitor)) {
            return part.visitorText(visitor);
        }
        Keys block = keys.of(visitor);
        return new VisitorKey(block.high[visitor % Packing.ROWS], block.low[visitor % Packing.ROWS]).text();
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
        return texts.text(Fields.of(column), blocks.of(row).value(column, row));
    }
}
