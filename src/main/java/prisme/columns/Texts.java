package prisme.columns;

/// The different texts of one field in one part, each with a code from 0.
public interface Texts {
    /// How many there are.
    int size();

    /// Whether the codes ascend as the texts' UTF-8 bytes do.
    boolean isSorted();

    /// The text of a code.
    String text(int code);

    /// The UTF-8 bytes of a code's text; not to be changed.
    byte[] bytes(int code);

    /// A reader for one thread that reads one text after the other.
    default Reader reader() {
        return this::bytes;
    }

    /// Reads texts of codes that mostly follow each other.
    interface Reader {
        /// The UTF-8 bytes of a code's text; not to be changed.
        byte[] bytes(int code);
    }
}
