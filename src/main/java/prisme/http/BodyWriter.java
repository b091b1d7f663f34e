package prisme.http;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the body of an answer that is too long to be held in memory, or whose length is not known beforehand.
@FunctionalInterface
public interface BodyWriter {
    /// Writes all of the body. The stream must not be closed, and is not called for a HEAD request.
    ///
    /// @throws IOException when the client goes away, or the body cannot be told; the client then sees a broken
    ///     connection rather than a short body that looks whole
    void writeTo(OutputStream out) throws IOException;
}
