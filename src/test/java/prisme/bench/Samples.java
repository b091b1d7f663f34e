package prisme.bench;

import java.util.ArrayList;
import java.util.List;

/// What was measured again and again.
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /// The one in the middle.
    double median() {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
