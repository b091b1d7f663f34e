package prisme;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.LongConsumer;
import prisme.event.Event;
import prisme.exchange.Import;

/// Counts what an import stores. When the process is told to end before all is read, it lets nothing more be stored, so
/// that what is said last is true.
final class ImportTally implements Import.Sink, Runnable {
    private final Import.Sink sink;
    private final LongConsumer brokenOff;
    private long stored;
    private boolean isOver;

    /// @param sink      where events are stored
    /// @param brokenOff told how many are when the process ends too early
    ImportTally(Import.Sink sink, LongConsumer brokenOff) {
        this.sink = sink;
        this.brokenOff = brokenOff;
    }

    /* Whoever comes behind the end waits for that of the process, and does not spoil the last word with a failure. */
    @Override
    public synchronized void accept(List<Event> events) throws IOException {
        try {
            while (isOver) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the import is over");
        }
        sink.accept(events);
        stored += events.size();
    }

    /// How many events are stored so far.
    synchronized long stored() {
        return stored;
    }

    /// All is read that will be.
    ///
    /// @return how many events are stored
    synchronized long end() {
        isOver = true;
        return stored;
    }

    /// The process is told to end.
    @Override
    public synchronized void run() {
        if (!isOver) {
            isOver = true;
            brokenOff.accept(stored);
        }
    }
}
