package prisme.http;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the body of an answer that is too long to be kept in memory, or whose length is not known beforehand.
@FunctionalInterface
public interface BodyWriter {
    /// Writes the whole body, and does not close the stream. It is not called for a HEAD request.
    ///
    /// @throws IOException when the client goes away or the body cannot be made. The client then sees a broken
    ///     connection, and not a short body that looks complete
    void writeTo(OutputStream out) throws IOException;
}
