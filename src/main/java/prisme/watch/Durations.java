package prisme.watch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// A histogram of durations.
final class Durations {
    /// The upper bounds of the buckets, in seconds; the last bucket has none.
    private static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
    private static final double NANOS = 1e9;

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder sumNanos = new LongAdder();

    Durations() {
        Arrays.setAll(buckets, _ -> new LongAdder());
    }

    /// Counts one more.
    void add(long nanos) {
        double seconds = nanos / NANOS;
        int at = 0;
        while (at < BOUNDS.length && seconds > BOUNDS[at]) {
            at++;
        }
        buckets[at].increment();
        sumNanos.add(nanos);
    }

    long count() {
        return Arrays.stream(buckets).mapToLong(LongAdder::sum).sum();
    }

    double sumSeconds() {
        return sumNanos.sum() / NANOS;
    }

    /// Writes the samples of the histogram. As Prometheus has it, the count of a bucket includes all smaller ones.
    ///
    /// @param name   of the family
    /// @param labels of every sample
    void write(Exposition exposition, String name, Map<String, String> labels) {
        long count = 0;
        for (int at = 0; at < buckets.length; at++) {
            count += buckets[at].sum();
            Map<String, String> bucket = new LinkedHashMap<>(labels);
            bucket.put("le", at < BOUNDS.length ? Double.toString(BOUNDS[at]) : "+Inf");
            exposition.sample(name + "_bucket", bucket, count);
        }
        exposition.sample(name + "_sum", labels, sumSeconds());
        exposition.sample(name + "_count", labels, count);
    }
}
