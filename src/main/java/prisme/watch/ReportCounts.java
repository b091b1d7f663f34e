package prisme.watch;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import prisme.collect.Outcome;
import prisme.collect.ReportWatch;
import prisme.http.Request;

/// Counts reports by what became of them.
public final class ReportCounts implements ReportWatch, Collector {
    private static final String STORED = "prisme_events_stored_total";
    private static final String REFUSED = "prisme_events_refused_total";

    private final LongAdder[] counts = new LongAdder[Outcome.values().length];

    public ReportCounts() {
        Arrays.setAll(counts, _ -> new LongAdder());
    }

    @Override public void became(Request request, Outcome outcome, String detail) {
        counts[outcome.ordinal()].increment();
    }

    /// How many reports have had this outcome since the start.
    public long count(Outcome outcome) {
        return counts[outcome.ordinal()].sum();
    }

    @Override public void write(Exposition exposition) {
        exposition.single(STORED, Exposition.Type.COUNTER, "Events stored.", count(Outcome.STORED));
        exposition.single("prisme_pageviews_repeated_total", Exposition.Type.COUNTER,
                "Page views of a page shown again, which are no events.", count(Outcome.REPEATED));
        exposition.family(REFUSED, Exposition.Type.COUNTER, "Events refused, by reason.");
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.STORED && outcome != Outcome.REPEATED) {
                exposition.sample(REFUSED, Map.of("reason", outcome.word()), count(outcome));
            }
        }
        exposition.single("prisme_rate_limited_requests_total", Exposition.Type.COUNTER,
                "Requests refused because their address sent too many.", count(Outcome.LIMIT));
    }
}
