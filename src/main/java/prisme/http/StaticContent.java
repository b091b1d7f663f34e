package prisme.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Content that does not change while the program runs: a script, a page, a picture. It is read and compressed when it
/// is first asked for. It is sent compressed to clients that accept that, and not at all to those that have it already.
public final class StaticContent implements Handler {
    private static final String ETAG = "ETag";
    private static final String VARY = "Vary";

    private final String contentType;
    private final Supplier<byte[]> source;
    private final UnaryOperator<Response> headers;
    private volatile Answers answers;

    private StaticContent(String contentType, Supplier<byte[]> source, UnaryOperator<Response> headers) {
        this.contentType = contentType;
        this.source = source;
        this.headers = headers;
    }

    private record Answers(EntityTag tag, Response plain, Response smallest, Response unchanged) {}

    /// Answers with this content. Browsers are told not to guess another type.
    ///
    /// @param contentType with the charset for texts
    /// @param source      gives the bytes, which must never change
    public static StaticContent of(String contentType, Supplier<byte[]> source) {
        return new StaticContent(contentType, source, UnaryOperator.identity());
    }

    /// The same content with one more header.
    public StaticContent with(String name, String value) {
        return new StaticContent(contentType, source, response -> headers.apply(response).with(name, value));
    }

    /// How many bytes are sent to a client that accepts gzip.
    public int compressedSize() {
        return answers().smallest.bytes().length;
    }

    /// 304 when the request names this content in `If-None-Match`, else 200 with the content.
    @Override public Response handle(Request request) {
        Answers known = answers();
        if (known.tag.isAmong(request.headers("If-None-Match"))) {
            return known.unchanged;
        }
        boolean takesGzip = new AcceptEncoding(request.headers("Accept-Encoding")).prefersGzip();
        return takesGzip ? known.smallest : known.plain;
    }

    /* If two threads ask at the same time, the answers are made twice; they are equal. */
    private Answers answers() {
        Answers known = answers;
        if (known == null) {
            known = make(source.get());
            answers = known;
        }
        return known;
    }

    private Answers make(byte[] bytes) {
        EntityTag tag = EntityTag.of(bytes);
        byte[] gzipped = gzip(bytes);
        Response plain = named(headers.apply(Response.ok().withBody(contentType, bytes)
                .with("X-Content-Type-Options", "nosniff")), tag);
        Response smallest = gzipped.length < bytes.length
                ? plain.withBody(contentType, gzipped).with("Content-Encoding", "gzip") : plain;
        return new Answers(tag, plain, smallest, named(headers.apply(Response.of(304)), tag));
    }

    private static Response named(Response response, EntityTag tag) {
        return response.with(ETAG, tag.text()).with(VARY, "Accept-Encoding");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (OutputStream out = new Smallest(gzipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzipped.toByteArray();
    }

    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
