package prisme.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The answer to what is no request, behind which the connection ends. It says what all our answers say: why, under
/// which id, and to pages of every origin.
/* The JDK's server answers some requests in HTML of its own before any handler sees them. Such an answer is known
 * by its body, which comes in one piece with its head; ours come in two. */
record LastWord(String id, Response response) {
    private static final String JDK_BODY = "\r\n\r\n<h1>";
    /// How HTTP writes times ([RFC 9110, 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7)).
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    /// What the JDK's server says to a `Transfer-Encoding` other than `chunked`, and to nothing else.
    private static final int UNKNOWN_CODING = 501;
    /// What it says to a target that does not begin with `/`, and to nothing else.
    private static final int NO_CONTEXT = 404;

    private LastWord(Response response) {
        this(RequestId.random(), response);
    }

    /// An error.
    static LastWord problem(int status, String detail) {
        return new LastWord(Response.problem(status, detail));
    }

    /// What to say instead of the bytes with which the JDK's server begins an answer; empty when they are ours.
    static Optional<LastWord> insteadOf(byte[] bytes, int offset, int length) {
        if (bytes[offset + length - 1] == '\n') {
            return Optional.empty();  // a head alone
        }
        String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        int body = text.indexOf(JDK_BODY);
        if (body < 0) {
            return Optional.empty();
        }
        int status = Integer.parseInt(text, STATUS_AT, STATUS_AT + 3, 10);
        return Optional.of(switch (status) {
            case UNKNOWN_CODING -> new LastWord(Framing.noLength());
            case NO_CONTEXT -> problem(400, "The request's target must be a path such as /a/b.");
            default -> problem(status, detail(text.substring(body)));
        });
    }

    /// What the JDK's server means.
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

    static String date(ZonedDateTime utc) {
        return IMF_FIXDATE.format(utc);
    }

    /// Sends it, and waits a moment while the client takes it.
    ///
    /// @param toHead whether the client has asked for the head alone
    void send(SocketChannel channel, boolean toHead) throws IOException {
        try (Deadline _ = Deadline.in(Unread.MAX_TIME)) {
            ByteBuffer left = ByteBuffer.wrap(toHead ? head() : bytes());
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.shutdownOutput();
            Unread.discard(Channels.newInputStream(channel));
        }
    }

    private byte[] bytes() {
        byte[] head = head();
        byte[] body = response.bytes();
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }

    private byte[] head() {
        String head = "HTTP/1.1 " + response.status() + " " + response.problem().map(Problem::title).orElse("")
                + "\r\nDate: " + date(ZonedDateTime.now(ZoneOffset.UTC))
                + "\r\nContent-Type: " + Problem.MEDIA_TYPE + "\r\nContent-Length: " + response.bytes().length
                + "\r\nAccess-Control-Allow-Origin: *\r\n" + Delivery.REQUEST_ID + ": " + id
                + "\r\nConnection: close\r\n\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }
}
