package prisme.http;

import java.io.IOException;

/// Sees every request below some path and every answer to it ([Scope]), including the router's 404 and 405, the
/// refusals of bodies (411, 413, 415) and the 500 of a failed handler.
@FunctionalInterface
public interface Filter {
    /// The answer to this request: that of the next handler, a changed one, or one made here without asking it.
    ///
    /// @param next never throws: it turns every exception into a 500
    /// @throws IOException when something needed for the answer cannot be read or written
    Response apply(Request request, Handler next) throws IOException;
}
