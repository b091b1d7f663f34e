package prisme.store;

/// Whether a log can store events at the moment.
public sealed interface Health {
    /// The last attempt succeeded.
    record Able() implements Health {}

    /// The last attempt failed.
    ///
    /// @param why a plain sentence
    record Unable(String why) implements Health {}
}
