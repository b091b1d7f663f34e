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

/// Remembers the last reports and what became of them, for owners who ask why something was not counted. They are kept
/// in memory only, with shortened addresses.
public final class LastReports implements ReportWatch {
    /// How many are remembered.
    static final int COUNT = 100;

    private final InstantSource clock;
    /* A ring buffer without a lock, because every event passes here. */
    private final AtomicReferenceArray<Seen> ring = new AtomicReferenceArray<>(COUNT);
    private final AtomicLong count = new AtomicLong();

    public LastReports(InstantSource clock) {
        this.clock = clock;
    }

    /// A report and its verdict.
    ///
    /// @param time    when it was judged
    /// @param id      of the request
    /// @param path    of the request, without the query
    /// @param origin  the header `Origin`, or else `Referer`; empty without both
    /// @param address the client's, shortened
    /// @param because why that address was taken for the client's
    /// @param outcome what became of it, in a word
    /// @param detail  what the sender was told, in a sentence; empty when nothing was wrong
    record Seen(Instant time, String id, String method, String path, String origin, IpAddress address, String because,
                String outcome, String detail) {}

    @Override public void became(Request request, Outcome outcome, String detail) {
        Seen report = new Seen(clock.instant(), request.id(), request.method().name(), Bunyan.cut(request.path()),
                Bunyan.cut(request.header("Origin").or(() -> request.header("Referer")).orElse("")),
                ShownAddress.of(request.client().address()), request.client().reason().sentence(), outcome.word(),
                Bunyan.cut(detail));
        ring.setRelease((int) (count.getAndIncrement() % COUNT), report);
    }

    /// The reports that are remembered, the newest first.
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
