package prisme.http;

import java.io.IOException;

/// Stands before all routes whose paths begin alike and sees every request and every answer there, the router's own
/// 404 and 405, the refusals of bodies (411, 413, 415) and the 500 of a failed handler included.
@FunctionalInterface
public interface Filter {
    /// The answer to this request: the next handler's, a changed one, or one made here without asking it.
    /// `next` never throws; it has made a 500 of whatever was thrown behind it.
    ///
    /// @throws IOException as a handler may
    Response apply(Request request, Handler next) throws IOException;
}
