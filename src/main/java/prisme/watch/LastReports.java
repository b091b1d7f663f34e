package prisme.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import prisme.collect.Outcome;
import prisme.collect.ReportWatch;
import prisme.http.Request;
import prisme.ip.IpAddress;

/// Remembers the last reports and what became of them, in memory only and with addresses cut down, for owners who ask
/// why something was not counted.
public final class LastReports implements ReportWatch {
    /// How many are remembered.
    static final int COUNT = 100;

    private final InstantSource clock;
    /* A ring without a lock: every event comes by here. */
    private final AtomicReferenceArray<Seen> ring = new AtomicReferenceArray<>(COUNT);
    private final AtomicLong count = new AtomicLong();

    public LastReports(InstantSource clock) {
        this.clock = clock;
    }

    /// A report and its verdict.
    ///
    /// @param path    of the request, without query
    /// @param origin  the site it names; empty without
    /// @param address the client's, cut down
    /// @param because why that address was taken for the client's
    /// @param outcome what became of it, in a word
    /// @param detail  the sentence its sender got to read; empty when nothing was wrong
    record Seen(Instant time, String id, String method, String path, String origin, IpAddress address, String because,
                String outcome, String detail) {}

    @Override public void became(Request request, Outcome outcome, String detail) {
        Seen report = new Seen(clock.instant(), request.id(), request.method().name(), Bunyan.cut(request.path()),
                Bunyan.cut(request.header("Origin").or(() -> request.header("Referer")).orElse("")),
                ShownAddress.of(request.client().address()), request.client().reason().sentence(), outcome.word(),
                Bunyan.cut(detail));
        ring.setRelease((int) (count.getAndIncrement() % COUNT), report);
    }

    /// The newest first.
    List<Seen> seen() {
        long newest = count.get() - 1;
        List<Seen> seen = new ArrayList<>();
        for (long at = newest; at >= 0 && at > newest - COUNT; at--) {
            Seen report = ring.get((int) (at % COUNT));
            if (report != null) {
                seen.add(report);
            }
        }
        return seen;
    }
}
