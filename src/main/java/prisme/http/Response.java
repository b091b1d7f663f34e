package prisme.http;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// An answer, as an immutable value: nothing is sent before the handler and all filters have returned.
///
/// `Content-Length`, `Date`, `X-Prisme-Request-Id` and the framing are added when it is sent. A handler sets the
/// headers that describe its answer, and none that are about the connection.
public final class Response {
    private static final String[] NO_HEADERS = {};
    private static final Body EMPTY = new Body.Empty();
    private static final Response OK = of(200);
    private static final Response NO_CONTENT = of(204);

    private final int status;
    /// Alternately a name and its value.
    private final String[] headers;
    private final Body body;
    private final String note;

    private Response(int status, String[] headers, Body body, String note) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.note = note;
    }

    /// An answer without headers and body.
    ///
    /// @param status from 200 to 599
    /// @throws IllegalArgumentException for any other status
    public static Response of(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an answer's status is from 200 to 599, not " + status);
        }
        return new Response(status, NO_HEADERS, EMPTY, "");
    }

    /// 200 with an empty body.
    public static Response ok() {
        return OK;
    }

    /// 204, which has no body.
    public static Response noContent() {
        return NO_CONTENT;
    }

    /// An error as `application/problem+json`.
    ///
    /// @param status from 200 to 599
    /// @param detail a sentence from which the reader can see how to correct the request; it may quote the request, but
    ///     never an exception
    /// @throws IllegalArgumentException for any other status
    public static Response problem(int status, String detail) {
        return new Response(of(status).status, NO_HEADERS, new Body.Trouble(Problem.of(status, detail)), "")
                .with("Content-Type", Problem.MEDIA_TYPE);
    }

    /// The 404 for a path at which there is nothing.
    public static Response nothingHere() {
        return problem(404, "There is nothing at this path.");
    }

    /// The same answer with this header, which replaces any with the same name.
    ///
    /// @param name in upper or lower case; the JDK's server writes it as in `Content-type`
    /// @throws IllegalArgumentException unless the name is a token and the value consists of characters from U+0020
    ///     to U+00FF that are no controls, or tabs: nothing that was put into a header can end it
    public Response with(String name, String value) {
        HeaderText.checkName(name);
        HeaderText.checkValue(value);
        int at = indexOf(name);
        String[] more = Arrays.copyOf(headers, at < 0 ? headers.length + 2 : headers.length);
        int place = at < 0 ? headers.length : at;
        more[place] = name;
        more[place + 1] = value;
        return new Response(status, more, body, note);
    }

    /// The same answer with another status.
    ///
    /// @param other from 200 to 599
    /// @throws IllegalArgumentException for any other status
    public Response withStatus(int other) {
        return new Response(of(other).status, headers, body, note);
    }

    /// The same answer with this body.
    ///
    /// @param bytes not copied: they must never change again
    public Response withBody(String contentType, byte[] bytes) {
        return new Response(status, headers, body.showing(bytes), note).with("Content-Type", contentType);
    }

    /// The same answer with this text as its body, in UTF-8.
    public Response withBody(String contentType, String text) {
        return withBody(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same answer with a body that is written as it is sent.
    public Response withStream(String contentType, BodyWriter writer) {
        return new Response(status, headers, new Body.Stream(writer), note).with("Content-Type", contentType);
    }

    /// The same answer with a note for those who count answers inside the server. It is not sent.
    public Response noting(String word) {
        return new Response(status, headers, body, word);
    }

    /// The note on this answer; empty if there is none.
    public String note() {
        return note;
    }

    public int status() {
        return status;
    }

    /// Whether the status is 400 or above.
    public boolean isError() {
        return status >= 400;
    }

    /// The value of this header.
    ///
    /// @param name in upper or lower case
    public Optional<String> header(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(headers[at + 1]);
    }

    /// The problem, if this answer was made by [#problem(int, String)], even if it has got another body since.
    public Optional<Problem> problem() {
        return body.trouble();
    }

    /// The bytes of the body; a stream is written into memory.
    ///
    /// @throws UncheckedIOException when writing it fails
    public byte[] bytes() {
        return body.bytes();
    }

    Body body() {
        return body;
    }

    String[] headers() {
        return headers;
    }

    private int indexOf(String name) {
        for (int at = 0; at < headers.length; at += 2) {
            if (headers[at].equalsIgnoreCase(name)) {
                return at;
            }
        }
        return -1;
    }
}
