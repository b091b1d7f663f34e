package prisme.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import prisme.collect.Outcome;
import prisme.collect.ReportWatch;
import prisme.http.Request;

/// Remembers the last reports and what became of them, in memory only and with addresses cut down, for owners who ask
/// why something was not counted.
public final class LastReports implements ReportWatch {
    /// How many are remembered.
    static final int COUNT = 100;

    private final InstantSource clock;
    private final Deque<Seen> seen = new ArrayDeque<>(COUNT);

    public LastReports(InstantSource clock) {
        this.clock = clock;
    }

    /// A report and its verdict.
    ///
    /// @param path    of the request, without query
    /// @param origin  the site it names; empty without
    /// @param address the network of the client's address
    /// @param because why that address was taken for the client's
    /// @param outcome what became of it, in a word
    /// @param detail  the sentence its sender got to read; empty when nothing was wrong
    record Seen(Instant time, String id, String method, String path, String origin, String address, String because,
                String outcome, String detail) {}

    @Override public void became(Request request, Outcome outcome, String detail) {
        Seen report = new Seen(clock.instant(), request.id(), request.method().name(), Bunyan.cut(request.path()),
                Bunyan.cut(request.header("Origin").or(() -> request.header("Referer")).orElse("")),
                ShownAddress.of(request.client().address()), request.client().reason().sentence(), outcome.word(),
                Bunyan.cut(detail));
        synchronized (seen) {
            if (seen.size() == COUNT) {
                seen.removeLast();
            }
            seen.addFirst(report);
        }
    }

    /// The newest first.
    List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }
}
