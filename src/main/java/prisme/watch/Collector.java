package prisme.watch;

/// Collects the metrics of one part of the server.
@FunctionalInterface
public interface Collector {
    /// Writes the current values.
    void write(Exposition exposition);
}
