package prisme.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import prisme.event.Event;

/// Hands events to a sink on another thread, so that the next ones can be read meanwhile. At most the events of one
/// call are being stored; once the sink has failed, it is not called again.
final class Handover {
    private final Import.Sink sink;
    private CompletableFuture<Integer> underWay = CompletableFuture.completedFuture(0);
    private long stored;

    Handover(Import.Sink sink) {
        this.sink = sink;
    }

    /// Waits until the events of the last call are stored, and begins with these.
    ///
    /// @throws IOException when the events of the last call are not stored; then these are not either
    void give(List<Event> events) throws IOException {
        await();
        underWay = CompletableFuture.supplyAsync(() -> store(events), Thread::startVirtualThread);
    }

    private int store(List<Event> events) {
        try {
            sink.accept(events);
            return events.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until all are stored.
    ///
    /// @throws IOException when the events of the last call are not
    void await() throws IOException {
        CompletableFuture<Integer> last = underWay;
        underWay = CompletableFuture.completedFuture(0);
        try {
            stored += last.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException why -> throw why.getCause();
                case RuntimeException why -> throw why;
                case Error why -> throw why;
                default -> throw e;
            }
        }
    }

    /// How many events are known to be stored.
    long stored() {
        return stored;
    }
}
