package prisme.bench;

import java.io.PrintStream;
import java.util.Locale;

/// The figures, a line each as soon as it is known: what was measured, ours, the baseline where there is one, and how
/// many times the baseline ours is.
record Table(PrintStream out) {
    private static final String LINE = "%-52s %14s %14s %8s%n";

    void head() {
        out.printf(LINE, "", "ours", "baseline", "ratio");
    }

    void title(String text) {
        out.printf("%n%s%n", text);
    }

    /// A figure on its own.
    void figure(String what, double ours, String unit) {
        out.printf(LINE, what, number(ours) + " " + unit, "", "");
    }

    /// Two figures of the same unit.
    ///
    /// @param ratio the median of the ratios, which is not that of the medians
    void ratio(String what, double ours, double baseline, String unit, double ratio) {
        out.printf(LINE, what, number(ours) + " " + unit, number(baseline) + " " + unit,
                String.format(Locale.ROOT, "%.2f", ratio));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
