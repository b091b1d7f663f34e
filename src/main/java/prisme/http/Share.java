package prisme.http;

import java.io.IOException;

/// Keeps one part of the routes from using up the whole server: only a limited number of the requests behind this
/// filter are answered at once. Others wait as long as those get on ([MovingQueue]); otherwise they are told to come
/// again.
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

    /// The answer when too many requests are being answered.
    static Response overload() {
        return Response.problem(503, "Too many requests are being answered at once; try again in a moment.")
                .with("Retry-After", RETRY_SECONDS);
    }
}
