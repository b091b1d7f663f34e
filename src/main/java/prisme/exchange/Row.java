package prisme.exchange;

import java.io.IOException;
import java.io.OutputStream;

/// Takes the fields of one line after the other, and writes the line.
interface Row {
    /// How many characters or bytes are collected before they are handed to the output.
    int BUFFER_SIZE = 32 * 1024;

    /// A field with a text.
    void text(String name, String value);

    /// A field with a whole number.
    void number(String name, long value);

    /// A field with a value that is JSON text already.
    void json(String name, String value);

    /// Ends the line, and hands what was collected to `out` if it is more than [#BUFFER_SIZE].
    void end(OutputStream out) throws IOException;

    /// Hands everything that was collected to `out`.
    void flush(OutputStream out) throws IOException;
}
