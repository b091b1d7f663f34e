package prisme.exchange;

import java.io.IOException;
import java.io.OutputStream;

/// Takes the fields of one line after the other, and writes the line.
interface Row {
    /// A field with a text.
    void text(String name, String value);

    /// A field with a whole number.
    void number(String name, long value);

    /// A field with a value that is JSON text already.
    void json(String name, String value);

    /// Ends the line, and hands what there is to `out` when it is much.
    void end(OutputStream out) throws IOException;

    /// Hands everything to `out`.
    void flush(OutputStream out) throws IOException;
}
