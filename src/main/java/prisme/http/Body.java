package prisme.http;

/// What an answer carries besides its headers.
sealed interface Body {
    /// Nothing at all.
    record Empty() implements Body {}

    /// These bytes, which nobody may change.
    record Bytes(byte[] bytes) implements Body {}

    /// Why there is nothing else; it becomes bytes on the way out.
    record Trouble(Problem problem) implements Body {}

    /// What the writer will write, of unknown length.
    record Stream(BodyWriter writer) implements Body {}
}
