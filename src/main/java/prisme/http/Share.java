package prisme.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps one part of the server from taking up all of it: of the requests behind this filter only so many are answered
/// at once, and one more is told to come again.
public final class Share implements Filter {
    private static final String RETRY_SECONDS = "1";

    private final int most;
    private final AtomicInteger now = new AtomicInteger();

    /// @param most how many requests are answered at once
    public Share(int most) {
        this.most = most;
    }

    @Override
    public Response apply(Request request, Handler next) throws IOException {
        try {
            return now.incrementAndGet() > most ? overload() : next.handle(request);
        } finally {
            now.decrementAndGet();
        }
    }

    /// What is answered when there is more to do than can be done.
    static Response overload() {
        return Response.problem(503, "Too many requests are being answered at once; try again in a moment.")
                .with("Retry-After", RETRY_SECONDS);
    }
}
