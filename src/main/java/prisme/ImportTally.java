package prisme;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.LongConsumer;
import prisme.event.Event;
import prisme.exchange.Import;

/// Counts the events that an import stores. When the process is told to end early, it stops storing events, so that the
/// number in the last message is right.
final class ImportTally implements Import.Sink, Runnable {
    private final Import.Sink sink;
    private final LongConsumer brokenOff;
    private long stored;
    private boolean isOver;

    /// @param sink      stores the events
    /// @param brokenOff receives the number of stored events when the process ends early
    ImportTally(Import.Sink sink, LongConsumer brokenOff) {
        this.sink = sink;
        this.brokenOff = brokenOff;
    }

    /* After the end, this waits until the process ends, so that no failure is reported after the last message. */
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

    /// How many events have been stored so far.
    synchronized long stored() {
        return stored;
    }

    /// To be called when no more will be read.
    ///
    /// @return how many events have been stored
    synchronized long end() {
        isOver = true;
        return stored;
    }

    /// To be called when the process is told to end.
    @Override
    public synchronized void run() {
        if (!isOver) {
            isOver = true;
            brokenOff.accept(stored);
        }
    }
}
