package prisme.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Optional;

/// Refuses what the JDK's server lets through although two programs could read it differently. This happens before the
/// body is read, and the connection is closed afterwards.
final class Framing {
    /// How long a body that is read whole may be, in bytes.
    static final int MAX_BODY = 64 * 1024;

    /// Says what is wrong with a `Content-Length` that is not a number.
    static final String NO_LENGTH = "Content-Length must consist of digits.";

    private static final char NUL = '\0';

    private Framing() {}

    /// The answer with which this request is refused; empty if nothing is wrong with it.
    ///
    /// @param intake how its body would be taken
    static Optional<Response> refusal(HttpExchange exchange, RequestHeaders headers, Route.Intake intake) {
        Optional<Response> refusal = version(exchange.getProtocol());
        refusal = refusal.isPresent() ? refusal : target(exchange.getRequestURI());
        refusal = refusal.isPresent() ? refusal : headers(headers);
        refusal = refusal.isPresent() ? refusal : length(headers, intake);
        refusal = refusal.isPresent() ? refusal : coding(headers);
        refusal = refusal.isPresent() ? refusal : host(headers, exchange.getProtocol());
        return refusal.isPresent() ? refusal : expectation(headers, exchange.getProtocol());
    }

    /// How many bytes the body of a request has that was not refused.
    static long bodyLength(RequestHeaders headers) {
        return headers.first("Content-Length").map(Long::parseLong).orElse(0L);
    }

    /// The answer to every request with a `Transfer-Encoding`.
    static Response noLength() {
        return refused(411, "Send the body with a Content-Length and without a Transfer-Encoding.");
    }

    private static Optional<Response> version(String protocol) {
        if (protocol.equals("HTTP/1.1") || protocol.equals("HTTP/1.0")) {
            return Optional.empty();
        }
        return isVersion(protocol)
                ? problem(505, "This server speaks HTTP/1.1 and HTTP/1.0.")
                : problem(400, "The first line must end with a version such as HTTP/1.1, in capitals.");
    }

    /// Whether this is a version as [RFC 9112, 2.3](https://www.rfc-editor.org/rfc/rfc9112#section-2.3) defines it.
    private static boolean isVersion(String protocol) {
        return protocol.length() == "HTTP/1.1".length() && protocol.startsWith("HTTP/") && protocol.charAt(6) == '.'
                && Ascii.areDigits(protocol.substring(5, 6)) && Ascii.areDigits(protocol.substring(7));
    }

    private static Optional<Response> target(URI target) {
        if (target.getScheme() != null || target.getRawAuthority() != null) {
            return problem(400, "The request's target must be a path such as /a/b, without scheme and host.");
        }
        return target.getRawFragment() == null
                ? Optional.empty()
                : problem(400, "The request's target must not have a fragment; write '#' as %23.");
    }

    private static Optional<Response> headers(RequestHeaders headers) {
        if (headers.contain(NUL)) {
            return problem(400, "A header's value must not contain the character NUL.");
        }
        return headers.has("Transfer-Encoding") ? Optional.of(noLength()) : Optional.empty();
    }

    private static Optional<Response> length(RequestHeaders headers, Route.Intake intake) {
        Optional<String> length = headers.first("Content-Length");
        if (length.isPresent() && !Ascii.areDigits(length.get())) {
            return problem(400, NO_LENGTH);
        }
        return intake == Route.Intake.STREAM || bodyLength(headers) <= MAX_BODY
                ? Optional.empty()
                : problem(413, "A body may have at most " + MAX_BODY + " bytes.");
    }

    private static Optional<Response> coding(RequestHeaders headers) {
        for (String coding : headers.all("Content-Encoding")) {
            if (!coding.equalsIgnoreCase("identity")) {
                return problem(415, "Send the body uncompressed.")
                        .map(answer -> answer.with("Accept-Encoding", "identity"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Response> host(RequestHeaders headers, String protocol) {
        return HostHeader.isSound(headers.all("Host"), protocol.equals("HTTP/1.1"))
                ? Optional.empty()
                : problem(400, "A request must have one Host header, with a host's name or address and perhaps a port;"
                        + " only HTTP/1.0 may do without.");
    }

    /* A client that waits for anything else would wait until it is cut off: the JDK's server sends nothing but 100. */
    private static Optional<Response> expectation(RequestHeaders headers, String protocol) {
        for (String line : headers.all("Expect")) {
            if (!line.isEmpty() && !line.equalsIgnoreCase("100-continue") && protocol.equals("HTTP/1.1")) {
                return problem(417, "Nothing can be expected but 100-continue.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Response> problem(int status, String detail) {
        return Optional.of(refused(status, detail));
    }

    private static Response refused(int status, String detail) {
        return Response.problem(status, detail).with("Connection", "close");
    }
}
