package prisme.watch;

/// Writes the samples of a part of the server.
@FunctionalInterface
public interface Collector {
    /// Writes what is true at the moment.
    void write(Exposition exposition);
}
