package prisme.collect;

import java.io.IOException;
import java.util.function.LongSupplier;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;

/// Refuses the requests of clients that send too many. Preflight requests of browsers ([CrossOrigin]) do not count.
public final class RateLimit implements Filter {
    private final SlidingWindow window;
    private final LongSupplier nanoTime;

    /// @param nanoTime tells the time, as [System#nanoTime()] does
    public RateLimit(SlidingWindow window, LongSupplier nanoTime) {
        this.window = window;
        this.nanoTime = nanoTime;
    }

    /// A filter that lets every request pass.
    public static Filter none() {
        return (request, next) -> next.handle(request);
    }

    @Override
    public Response apply(Request request, Handler next) throws IOException {
        if (request.method() == Method.OPTIONS) {
            return next.handle(request);
        }
        return switch (window.ask(request.client().address(), nanoTime.getAsLong())) {
            case Admission.Admitted() -> next.handle(request);
            case Admission.Refused refused -> refuse(refused.retryAfterSeconds());
        };
    }

    private static Response refuse(long seconds) {
        Response refusal = Response.problem(429,
                "This address has sent too many events; the next one fits in " + seconds + " s.");
        return Outcome.LIMIT.of(refusal.with("Retry-After", Long.toString(seconds)));
    }
}
