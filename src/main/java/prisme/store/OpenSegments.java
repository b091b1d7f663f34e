package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import prisme.columns.Buffers;
import prisme.columns.SealedPart;
import prisme.columns.SealedPart.Opening;

/// Opens segments in whatever form they have at the moment: one may be sealed, or dropped for its age, while others are
/// being read. Every byte of a sealed segment is checked when it is opened, so those that were used last stay open.
final class OpenSegments implements Closeable {
    private static final int MOST_OPEN = 16;
    /* Events refer to texts and sessions all over their segment, so those of a whole segment should fit in. The buffers
     * are shared by all readers, as there is one heap however many read at the same time. */
    private static final int UNPACKED_SHARE = 8;
    private static final Buffers BUFFERS = new Buffers(Runtime.getRuntime().maxMemory() / UNPACKED_SHARE);

    private final LinkedHashMap<Long, SealedPart> parts = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    /// Opens a segment, with the cursor before its first event.
    ///
    /// @param before the sequence number of the event before, or [SegmentReader#UNKNOWN]
    Cursor cursor(Segment segment, long before, Consumer<Damage> damages) throws IOException {
        return cursor(segment, before, SegmentReader.WINDOW, damages);
    }

    /// @param ahead how many bytes of a log are read at once
    Cursor cursor(Segment segment, long before, int ahead, Consumer<Damage> damages) throws IOException {
        try {
            return present(segment, before, ahead, damages);
        } catch (NoSuchFileException _) {
            return otherForm(segment.other(), before, ahead, damages);
        }
    }

    /// Notes that a cursor over a segment is still in use, so that the segment counts among those that were used last.
    ///
    /// @return whether it is sealed and open
    boolean use(Segment segment) {
        return parts.get(segment.number()) != null;
    }

    private Cursor otherForm(Segment segment, long before, int ahead, Consumer<Damage> damages) throws IOException {
        try {
            return present(segment, before, ahead, damages);
        } catch (NoSuchFileException _) {
            return new EmptyCursor(segment);
        }
    }

    private Cursor present(Segment segment, long before, int ahead, Consumer<Damage> damages) throws IOException {
        return segment.isSealed() ? sealed(segment, damages) : new SegmentReader(segment, before, ahead, damages);
    }

    private Cursor sealed(Segment segment, Consumer<Damage> damages) throws IOException {
        SealedPart known = parts.get(segment.number());
        if (known != null) {
            return new SealedReader(segment, known, damages);
        }
        Opening opening = SealedPart.open(segment.file(), BUFFERS,
                corruption -> damages.accept(Damage.of(segment, corruption)));
        Optional<SealedPart> part = SealedHead.part(segment, opening, damages);
        return part.isPresent() ? new SealedReader(segment, kept(segment, part.get()), damages)
                : new EmptyCursor(segment);
    }

    private SealedPart kept(Segment segment, SealedPart part) throws IOException {
        if (parts.size() == MOST_OPEN) {
            Map.Entry<Long, SealedPart> oldest = parts.pollFirstEntry();
            oldest.getValue().close();
        }
        parts.put(segment.number(), part);
        return part;
    }

    @Override public void close() throws IOException {
        for (SealedPart part : parts.values()) {
            part.close();
        }
        parts.clear();
    }
}
