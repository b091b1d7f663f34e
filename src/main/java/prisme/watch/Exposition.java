package prisme.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes metrics line by line in
/// [Prometheus' text format](https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format), version
/// 0.0.4.
public final class Exposition {
    /// The format's media type.
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Appendable out;
    private final StringBuilder line = new StringBuilder();

    /// @param out takes the lines; what it throws is thrown as an [UncheckedIOException]
    public Exposition(Appendable out) {
        this.out = out;
    }

    /// The type of a family of samples.
    public enum Type { COUNTER, GAUGE, HISTOGRAM }

    /// Begins a family: its samples must follow, before the next family.
    ///
    /// @param help what it is, in one line
    public Exposition family(String name, Type type, String help) {
        line.append("# HELP ").append(name).append(' ').append(help).append('\n');
        line.append("# TYPE ").append(name).append(' ').append(typeName(type)).append('\n');
        return end();
    }

    /// Writes a sample.
    ///
    /// @param labels in the order in which they are written
    public Exposition sample(String name, Map<String, String> labels, double value) {
        line.append(name);
        if (!labels.isEmpty()) {
            line.append('{');
            String comma = "";
            for (Map.Entry<String, String> label : labels.entrySet()) {
                line.append(comma).append(label.getKey()).append("=\"");
                escape(label.getValue());
                line.append('"');
                comma = ",";
            }
            line.append('}');
        }
        line.append(' ').append(number(value)).append('\n');
        return end();
    }

    /// Writes a family of one sample without labels.
    public Exposition single(String name, Type type, String help, double value) {
        return family(name, type, help).sample(name, Map.of(), value);
    }

    private Exposition end() {
        try {
            out.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.setLength(0);
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '"' -> line.append("\\\"");
                case '\n' -> line.append("\\n");
                default -> line.append(c);
            }
        }
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.isNaN(value) ? "NaN" : Double.isInfinite(value) ? value > 0 ? "+Inf" : "-Inf"
                : Double.toString(value);
    }

    private static String typeName(Type type) {
        return switch (type) {
            case COUNTER -> "counter";
            case GAUGE -> "gauge";
            case HISTOGRAM -> "histogram";
        };
    }
}
