package prisme.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Sends an answer. HEAD, empty bodies and lengths are handled here for every route.
final class Delivery {
    /// The header with the id of the request.
    static final String REQUEST_ID = "X-Prisme-Request-Id";
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;
    /// How many bytes are written at once. The JDK's own streams keep a buffer of twice the largest write for each
    /// connection; with ours there is only one buffer of that size for each thread.
    static final int SLICE = OwnStreams.areOurs() ? 32 * 1024 : 4096;

    private Delivery() {}

    /// Sends the answer to its last byte, but does not end the exchange.
    ///
    /// @throws IOException when the client goes away
    static void send(HttpExchange exchange, Request request, Response response) throws IOException {
        TimeoutExtension.of(exchange).extendAnswer();
        Headers headers = exchange.getResponseHeaders();
        String[] pairs = response.headers();
        for (int at = 0; at < pairs.length; at += 2) {
            headers.put(pairs[at], List.of(pairs[at + 1]));
        }
        headers.put(REQUEST_ID, List.of(request.id()));
        if (response.body() instanceof Body.Stream(BodyWriter writer)) {
            sendStream(exchange, request, response.status(), writer);
        } else {
            sendBytes(exchange, request, response.status(), response.bytes());
        }
    }

    private static void sendBytes(HttpExchange exchange, Request request, int status, byte[] bytes) throws IOException {
        boolean bodiless = status == 204 || status == 304;
        if (request.method() == Method.HEAD && !bodiless) {
            exchange.getResponseHeaders().put(CONTENT_LENGTH, List.of(Integer.toString(bytes.length)));
        }
        if (request.method() == Method.HEAD || bodiless || bytes.length == 0) {
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            inSlices(exchange.getResponseBody(), bytes, 0, bytes.length);
        }
    }

    private static void sendStream(HttpExchange exchange, Request request, int status, BodyWriter writer)
            throws IOException {
        if (request.method() == Method.HEAD) {
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, CHUNKED);
            writer.writeTo(new Sliced(exchange.getResponseBody(), TimeoutExtension.of(exchange)));
        }
    }

    /// Writes a range of bytes, no more than [#SLICE] at once.
    static void inSlices(OutputStream out, byte[] bytes, int from, int to) throws IOException {
        for (int at = from; at < to; at += SLICE) {
            out.write(bytes, at, Math.min(SLICE, to - at));
        }
    }

    /// Passes everything on in slices, and puts off the timeout with each of them. A writer that needs time between its
    /// writes does the same by flushing now and then. It stays open when the writer closes it.
    private static final class Sliced extends FilterOutputStream {
        private final TimeoutExtension extension;

        Sliced(OutputStream out, TimeoutExtension extension) {
            super(out);
            this.extension = extension;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at += SLICE) {
                out.write(bytes, at, Math.min(SLICE, offset + length - at));
                extension.extendAnswer();
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
            extension.extendAnswer();
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
