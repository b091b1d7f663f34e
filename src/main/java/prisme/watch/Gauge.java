package prisme.watch;

/// Writes the samples of a part of the server.
@FunctionalInterface
public interface Gauge {
    /// Writes what is true at the moment.
    void write(Exposition exposition);
}
