package prisme.http;

import java.io.IOException;

/// Keeps one part of the server from taking up all of it: of the requests behind this filter only so many are answered
/// at once. One more waits while others get on ([MovingQueue]), else it is told to come again.
public final class Share implements Filter {
    private static final String RETRY_SECONDS = "1";

    private final MovingQueue queue;

    /// @param most how many requests are answered at once
    public Share(int most) {
        this.queue = new MovingQueue(most);
    }

    @Override
    public Response apply(Request request, Handler next) throws IOException {
        if (!queue.enter()) {
            return overload();
        }
        try {
            return next.handle(request);
        } finally {
            queue.leave();
        }
    }

    /// What is answered when there is more to do than can be done.
    static Response overload() {
        return Response.problem(503, "Too many requests are being answered at once; try again in a moment.")
                .with("Retry-After", RETRY_SECONDS);
    }
}
