package prisme.http;

import java.io.IOException;

/// Answers a request with a value. How that is sent is not its concern.
@FunctionalInterface
public interface Handler {
    /// The answer to this request, never null. Whatever is thrown is logged with the request's id and answered 500.
    ///
    /// @throws IOException when something needed for the answer cannot be read or written
    Response handle(Request request) throws IOException;
}
