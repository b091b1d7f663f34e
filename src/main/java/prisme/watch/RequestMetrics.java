package prisme.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import prisme.http.Method;
import prisme.http.Observer;

/// Counts requests and how long they take, by the pattern of their route, their method and the status. Whatever clients
/// send, there is a limited number of each; of their combinations, the first [#MOST] are counted separately.
/* Without that bound a client could have every route refuse every method for every reason, and each combination has
 * sixteen lines of metrics. */
public final class RequestMetrics implements Observer, Collector {
    /// How many combinations are counted separately; all others have the path `other` and the method `OTHER`.
    static final int MOST = 1000;

    private static final Kind OTHER = new Kind("other", Method.OTHER);
    private static final String TOTAL = "http_requests_total";
    private static final String DURATION = "http_requests_duration_seconds";
    private static final String ACTIVE = "http_active_requests";

    private final Map<Kind, LongAdder> active = new ConcurrentHashMap<>();
    private final Map<Result, Durations> ended = new ConcurrentHashMap<>();

    /* Equality is written out, here and below: the JDK generates that of a record when it is first used, and the first
     * client of a server would wait for that. */
    private record Kind(String path, Method method) implements Comparable<Kind> {
        @Override public boolean equals(Object other) {
            return other instanceof Kind kind && path.equals(kind.path) && method == kind.method;
        }

        @Override public int hashCode() {
            return 31 * path.hashCode() + method.hashCode();
        }

        @Override public int compareTo(Kind other) {
            int paths = path.compareTo(other.path);
            return paths != 0 ? paths : method.compareTo(other.method);
        }

        Map<String, String> labels() {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("path", path);
            labels.put("method", method.name());
            return labels;
        }
    }

    private record Result(Kind kind, int status) implements Comparable<Result> {
        @Override public boolean equals(Object other) {
            return other instanceof Result result && kind.equals(result.kind) && status == result.status;
        }

        @Override public int hashCode() {
            return 31 * kind.hashCode() + status;
        }

        @Override public int compareTo(Result other) {
            int kinds = kind.compareTo(other.kind);
            return kinds != 0 ? kinds : Integer.compare(status, other.status);
        }

        Map<String, String> labels() {
            Map<String, String> labels = kind.labels();
            labels.put("status", Integer.toString(status));
            return labels;
        }
    }

    @Override public void began(String pattern, Method method) {
        active.computeIfAbsent(new Kind(pattern, method), _ -> new LongAdder()).increment();
    }

    @Override public void ended(Answered answered) {
        Kind kind = new Kind(answered.pattern(), answered.request().method());
        durationsOf(new Result(kind, answered.status())).add(answered.nanos());
        active.computeIfAbsent(kind, _ -> new LongAdder()).decrement();
    }

    private Durations durationsOf(Result result) {
        Durations known = ended.get(result);
        if (known != null) {
            return known;
        }
        Result counted = ended.size() < MOST ? result : new Result(OTHER, result.status());
        return ended.computeIfAbsent(counted, _ -> new Durations());
    }

    @Override public void write(Exposition exposition) {
        Map<Result, Durations> results = new TreeMap<>(ended);
        exposition.family(TOTAL, Exposition.Type.COUNTER, "Requests answered.");
        results.forEach((result, durations) ->
                exposition.sample(TOTAL, result.labels(), durations.count()));
        exposition.family(DURATION, Exposition.Type.HISTOGRAM, "Time from a request's headers to its answer's end.");
        results.forEach((result, durations) -> durations.write(exposition, DURATION, result.labels()));
        exposition.family(ACTIVE, Exposition.Type.GAUGE, "Requests being answered.");
        new TreeMap<>(active).forEach((kind, count) -> exposition.sample(ACTIVE, kind.labels(), count.sum()));
    }
}
