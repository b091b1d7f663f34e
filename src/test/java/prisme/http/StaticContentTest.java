package prisme.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticContentTest {
    private static final byte[] LONG = "again and ".repeat(100).getBytes(StandardCharsets.UTF_8);

    private final StaticContent content = StaticContent.of("text/plain; charset=utf-8", () -> LONG).with("X-More", "1");

    @Test void isSentWholeToWhoeverTakesNothingElse() {
        Response response = content.handle(get());
        assertEquals(200, response.status());
        assertArrayEquals(LONG, bytes(response));
        assertEquals(Optional.of("text/plain; charset=utf-8"), response.header("Content-Type"));
        assertEquals(Optional.of("nosniff"), response.header("X-Content-Type-Options"));
        assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
        assertEquals(Optional.empty(), response.header("Content-Encoding"));
        assertEquals(Optional.of("1"), response.header("X-More"));
    }

    @Test void isSentCompressedToWhoeverTakesThat() throws IOException {
        Response response = content.handle(get().with("Accept-Encoding", "br, gzip"));
        assertEquals(Optional.of("gzip"), response.header("Content-Encoding"));
        assertEquals(Optional.of("text/plain; charset=utf-8"), response.header("Content-Type"));
        assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
        assertEquals(Optional.of("1"), response.header("X-More"));
        assertEquals(content.compressedSize(), bytes(response).length);
        assertArrayEquals(LONG, new GZIPInputStream(new ByteArrayInputStream(bytes(response))).readAllBytes());
    }

    @Test void whatCompressionMakesLongerIsSentAsItIs() {
        Response response = StaticContent.of("text/plain", () -> new byte[] {1})
                .handle(get().with("Accept-Encoding", "gzip"));
        assertEquals(Optional.empty(), response.header("Content-Encoding"));
        assertArrayEquals(new byte[] {1}, bytes(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "TAG", "W/TAG", "\"other\", W/TAG", "\"a,b\",TAG"})
    void isNotSentToWhoeverHasIt(String ifNoneMatch) {
        Response response = content.handle(get().with("Accept-Encoding", "gzip")
                .with("If-None-Match", ifNoneMatch.replace("TAG", opaque())));
        assertEquals(304, response.status());
        assertInstanceOf(Body.Empty.class, response.body());
        assertEquals(Optional.of("W/" + opaque()), response.header("ETag"));
        assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
        assertEquals(Optional.of("1"), response.header("X-More"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"other\"", "TAG", "\"TAG", "\"xTAG\"", "\"*\"", "**"})
    void isSentToWhoeverHasSomethingElse(String ifNoneMatch) {
        String bare = opaque().replace("\"", "");
        assertEquals(200, content.handle(get().with("If-None-Match", ifNoneMatch.replace("TAG", bare))).status());
    }

    @Test void isNamedByWhatItIs() {
        Response same = StaticContent.of("text/plain", LONG::clone).handle(get());
        Response other = StaticContent.of("text/plain", () -> new byte[] {1}).handle(get());
        assertEquals(content.handle(get()).header("ETag"), same.header("ETag"));
        assertNotEquals(content.handle(get()).header("ETag"), other.header("ETag"));
    }

    private String opaque() {
        return content.handle(get()).header("ETag").orElseThrow().substring(2);
    }

    private static Request get() {
        return Request.of(Method.GET, "/static/a");
    }

    private static byte[] bytes(Response response) {
        return assertInstanceOf(Body.Bytes.class, response.body()).bytes();
    }
}
