package prisme.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import prisme.event.Event;
import prisme.store.EventLog;

/// Reads the lines that [Export] writes for events, and hands the events to a sink. Can be used once.
///
/// Events are stored in the order of their lines, many at a time. At the first line that is not an event the import
/// stops: what comes before it is stored and stays, and nothing behind it is read. So a corrected file can go on from
/// that line. Lines of nothing but white space are skipped.
public final class Import {
    private final Lines lines;
    private final Handover handover;
    private final BadLines badLines;
    private final EventLine eventLine = new EventLine();
    private final List<Event> together = new ArrayList<>();
    private long bytesTogether;
    private long skipped;

    /// What to do with a line that is not an event.
    public enum BadLines { REFUSE, SKIP }

    /// Takes events, on a thread of its own while the next ones are read.
    public interface Sink {
        /// Stores all of them or, when it throws, none.
        ///
        /// @param events together no larger than [EventLog#LARGEST_RECORD]
        void accept(List<Event> events) throws IOException;
    }

    /// Is told now and then how far the import has got.
    public interface Progress {
        /// @param lines how many lines were read
        void at(long lines);
    }

    /// How an import ended.
    public sealed interface End {
        /// All lines were read.
        record Whole() implements End {}

        /// There was a line that is not an event.
        record At(BadLine line) implements End {}
    }

    /// @param in       the lines; not closed
    /// @param badLines what to do with a line that is not an event
    public Import(InputStream in, BadLines badLines, Sink sink) {
        this.lines = new Lines(in);
        this.badLines = badLines;
        this.handover = new Handover(sink);
    }

    /// Reads the lines.
    ///
    /// @throws IOException when they cannot be read, or the sink fails; [#stored()] says how many are stored all the
    ///                     same
    public End run(Progress progress) throws IOException {
        try {
            End end = read(progress);
            flush(progress);
            handover.await();
            return end;
        } catch (IOException | RuntimeException | Error e) {
            settle(e);
            throw e;
        }
    }

    /* What is being stored when the lines cannot be read any more is stored all the same. */
    private void settle(Throwable failure) {
        try {
            handover.await();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private End read(Progress progress) throws IOException {
        while (lines.next()) {
            if (lines.isTooLong() || !lines.isBlank()) {
                try {
                    take(event(), progress);
                } catch (EventLine.Wrong e) {
                    if (badLines == BadLines.REFUSE) {
                        return new End.At(new BadLine(lines.number(), e.getMessage()));
                    }
                    skipped++;
                }
            }
        }
        return new End.Whole();
    }

    /// How many events are stored.
    public long stored() {
        return handover.stored();
    }

    /// How many lines were not events and were skipped.
    public long skipped() {
        return skipped;
    }

    private Event event() throws EventLine.Wrong {
        if (lines.isTooLong()) {
            throw new EventLine.Wrong("it has more than " + Lines.LONGEST + " bytes");
        }
        Event event = eventLine.parse(lines.line());
        if (lines.size() > EventLog.LARGEST_RECORD && !EventLog.isStorable(event)) {
            throw new EventLine.Wrong("its event is larger than any that is stored");
        }
        return event;
    }

    /* An event takes fewer bytes than its line, which has the fields' names in it, so the lines' bytes are counted. */
    private void take(Event event, Progress progress) throws IOException {
        if (bytesTogether + lines.size() > EventLog.LARGEST_RECORD) {
            flush(progress);
        }
        together.add(event);
        bytesTogether += lines.size();
    }

    private void flush(Progress progress) throws IOException {
        if (!together.isEmpty()) {
            handover.give(List.copyOf(together));
            together.clear();
            bytesTogether = 0;
        }
        progress.at(lines.number());
    }
}
