package prisme.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Recognises the answers that the JDK's server gives itself, before any handler has seen the request, and replaces
/// them by answers like ours.
/* Such an answer is in HTML. It is recognised by its body, which is written in one piece with its head; our answers are
 * written in two pieces. */
final class JdkAnswer {
    private static final String BODY_START = "\r\n\r\n<h1>";
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    /// The status of its answer to a `Transfer-Encoding` other than `chunked`, and to nothing else.
    private static final int UNKNOWN_CODING = 501;
    /// The status of its answer to a target that does not begin with `/`, and to nothing else.
    private static final int NO_CONTEXT = 404;

    private JdkAnswer() {}

    /// What to send instead of the first bytes that are written of an answer; empty if they are ours.
    static Optional<EarlyAnswer> replacement(byte[] bytes, int offset, int length) {
        if (bytes[offset + length - 1] == '\n') {
            return Optional.empty();  // a head alone
        }
        String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        int body = text.indexOf(BODY_START);
        if (body < 0) {
            return Optional.empty();
        }
        int status = Integer.parseInt(text, STATUS_AT, STATUS_AT + 3, 10);
        return Optional.of(switch (status) {
            case UNKNOWN_CODING -> EarlyAnswer.of(Framing.noLength());
            case NO_CONTEXT -> EarlyAnswer.problem(400, "The request's target must be a path such as /a/b.");
            default -> EarlyAnswer.problem(status, detail(text.substring(body)));
        });
    }

    /// What is wrong with the request, by the reason that the JDK's server gives.
    private static String detail(String reason) {
        if (reason.contains("URISyntaxException")) {
            return "The request's target is no URI; percent-encode what must not stand in one.";
        } else if (reason.contains("Header key")) {
            return "A header must be a name, a colon and a value, with no space before the colon.";
        } else if (reason.contains("Conflicting")) {
            return "There must be one Content-Length, and no Transfer-Encoding beside it.";
        } else if (reason.contains("Content-Length") || reason.contains("NumberFormat")) {
            return Framing.NO_LENGTH;
        } else {
            return "The first line must be a method, a path and HTTP/1.1, with one space between them.";
        }
    }
}
