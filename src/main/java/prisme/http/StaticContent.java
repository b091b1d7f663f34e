package prisme.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Something that never changes while the program runs: a script, a page, a picture. It is compressed once, sent
/// compressed to whoever takes that, and not at all to whoever has it already.
public final class StaticContent implements Handler {
    private static final String ETAG = "ETag";
    private static final String VARY = "Vary";

    private final byte[] plain;
    private final byte[] gzipped;
    private final EntityTag tag;
    private final Response full;
    private final Response unchanged;

    private StaticContent(byte[] plain, byte[] gzipped, EntityTag tag, Response full, Response unchanged) {
        this.plain = plain;
        this.gzipped = gzipped;
        this.tag = tag;
        this.full = full;
        this.unchanged = unchanged;
    }

    /// This content, which browsers may not take for anything but its type.
    ///
    /// @param contentType with the charset for texts
    /// @param bytes       not copied: they must never change again
    public static StaticContent of(String contentType, byte[] bytes) {
        EntityTag tag = EntityTag.of(bytes);
        Response full = Response.ok().withBody(contentType, bytes).with("X-Content-Type-Options", "nosniff");
        return new StaticContent(bytes, gzip(bytes), tag, named(full, tag), named(Response.of(304), tag));
    }

    /// The same content with one header more.
    public StaticContent with(String name, String value) {
        return new StaticContent(plain, gzipped, tag, full.with(name, value), unchanged.with(name, value));
    }

    /// How many bytes are sent to whoever takes gzip.
    public int compressedSize() {
        return gzipped.length;
    }

    /// 304 when the request names this content in `If-None-Match`, else 200 with the content.
    @Override public Response handle(Request request) {
        if (tag.isAmong(request.headers("If-None-Match"))) {
            return unchanged;
        }
        boolean compressed = gzipped.length < plain.length
                && new AcceptEncoding(request.headers("Accept-Encoding")).prefersGzip();
        return compressed ? compressed() : full;
    }

    private Response compressed() {
        String contentType = full.header("Content-Type").orElseThrow();
        return full.withBody(contentType, gzipped).with("Content-Encoding", "gzip");
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
