package prisme.columns;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import prisme.event.Event;
import prisme.event.Visit;

/// Walks over the events of a sealed part in order of arrival, and makes events of its rows again. Events of which
/// anything is damaged are left out.
public final class EventCursor {
    private static final int ROWS = Packing.ROWS;
    private static final long UNKNOWN = -1;

    private final SealedPart part;
    private final TextReaders texts;
    private final Visits visits;
    private final long[] lastSequences;
    private EventBlock block;
    private int row = -1;

    EventCursor(SealedPart part) {
        this.part = part;
        this.texts = new TextReaders(part);
        this.visits = new Visits(part, texts);
        this.block = EventBlock.none(part);
        this.lastSequences = new long[Layout.blocks(part.events())];
        Arrays.fill(lastSequences, UNKNOWN);
    }

    /// Goes on to the next event; false when there is none.
    public boolean next() throws IOException {
        while (++row < part.events()) {
            if (isReadable()) {
                return true;
            }
        }
        row = part.events() - 1;
        return false;
    }

    /// Moves so that [#next()] finds the first event with a larger sequence number.
    public void goBehind(long sequence) throws IOException {
        if (isUnpacked(sequence + 1)) {
            row = block.chunk() * ROWS + firstFrom(sequence + 1) - 1;
            return;
        }
        int low = 0;
        int high = Layout.blocks(part.events());
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lastSequence(middle) <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        row = low * ROWS - 1;
        if (low < Layout.blocks(part.events()) && canLoad(low)) {
            row += firstFrom(sequence + 1);
        }
    }

    /* Even whoever reads events here and there mostly stays within a block. */
    private boolean isUnpacked(long sequence) {
        long[] unpacked = block.sequences();
        return unpacked.length > 0 && unpacked[0] <= sequence && sequence <= unpacked[unpacked.length - 1];
    }

    /// The index, within the block, of the first event whose sequence number is not below this one.
    private int firstFrom(long sequence) {
        int found = Arrays.binarySearch(block.sequences(), sequence);
        return found < 0 ? -found - 1 : found;
    }

    /// The event's sequence number.
    public long sequence() {
        return block.sequences()[row % ROWS];
    }

    /// The event's time, in milliseconds since 1970.
    public long time() {
        return block.seconds()[row % ROWS] * PartBuilder.MILLIS_PER_SECOND + block.milliseconds()[row % ROWS];
    }

    /// The most significant bits of the session's id.
    public long sessionHigh() throws IOException {
        return visits.high(value(EventColumn.SESSION));
    }

    /// The least significant bits of the session's id.
    public long sessionLow() throws IOException {
        return visits.low(value(EventColumn.SESSION));
    }

    public boolean isPageview() throws IOException {
        return kind() == EventKind.PAGEVIEW;
    }

    /// The version of a page view, else 0.
    public int version() throws IOException {
        return value(EventColumn.VERSION);
    }

    /// The event.
    public Event event() throws IOException {
        int session = value(EventColumn.SESSION);
        Visit visit = visits.visit(session);
        String visitor = visits.visitorId(session);
        Instant at = Instant.ofEpochMilli(time());
        String path = texts.text(Field.PATH, value(EventColumn.PATH));
        int subject = value(EventColumn.SUBJECT);
        return switch (kind()) {
            case PAGEVIEW -> new Event.Pageview(at, visit, visitor, path, value(EventColumn.STATUS), version());
            case CUSTOM -> new Event.Custom(at, visit, visitor, path, texts.text(Field.EVENT_NAME, subject),
                    texts.text(Field.PROPERTIES, value(EventColumn.PROPERTIES)));
            case OUTBOUND_CLICK -> new Event.OutboundClick(at, visit, visitor, path, texts.text(Field.LINK, subject));
            case FILE_DOWNLOAD -> new Event.FileDownload(at, visit, visitor, path, texts.text(Field.FILE, subject));
        };
    }

    /// How many events before this one were lost since the first sequence number of the part.
    public int lostBefore() {
        return (int) (sequence() - part.firstSequence() - row);
    }

    private boolean isReadable() throws IOException {
        if (!canLoad(row / ROWS)) {
            row = Math.min((row / ROWS + 1) * ROWS, part.events()) - 1;
            return false;
        }
        return part.isWhole() || canRestore();
    }

    private boolean canRestore() throws IOException {
        try {
            event();
            return true;
        } catch (LostBlock _) {
            return false;
        }
    }

    private boolean canLoad(int wanted) throws IOException {
        if (block.chunk() == wanted) {
            return true;
        }
        try {
            block = EventBlock.of(part, wanted);
            return true;
        } catch (LostBlock e) {
            requireLossy(e);
            return false;
        }
    }

    private void requireLossy(LostBlock e) throws LostBlock {
        if (part.isWhole()) {
            throw e;
        }
    }

    /* Where the numbers of the block are lost, one that is certainly not too high. */
    private long lastSequence(int wanted) throws IOException {
        if (lastSequences[wanted] == UNKNOWN) {
            lastSequences[wanted] = findLastSequence(wanted);
        }
        return lastSequences[wanted];
    }

    private long findLastSequence(int wanted) throws IOException {
        try {
            long[] numbers = EventBlock.sequences(part, wanted);
            return numbers[numbers.length - 1];
        } catch (LostBlock e) {
            requireLossy(e);
            return Math.min((wanted + 1L) * ROWS, part.events()) - 1 + part.firstSequence();
        }
    }

    private EventKind kind() throws IOException {
        return EventKind.numbered(value(EventColumn.KIND));
    }

    private int value(EventColumn column) throws IOException {
        return block.value(column, row);
    }
}
