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

/// The answer to what is not a valid request, sent before any handler sees it; then the connection ends. Like all our
/// errors it says what is wrong and has an id, and pages of every origin may read it.
///
/// @param id       of the request
/// @param response a problem
record EarlyAnswer(String id, Response response) {
    /// How HTTP writes times ([RFC 9110, 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7)).
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /// The answer with this problem, under a new id.
    static EarlyAnswer of(Response problem) {
        return new EarlyAnswer(RequestId.random(), problem);
    }

    /// The answer with this status and explanation, under a new id.
    static EarlyAnswer problem(int status, String detail) {
        return of(Response.problem(status, detail));
    }

    /// The value of the header `Date`.
    static String date(ZonedDateTime utc) {
        return IMF_FIXDATE.format(utc);
    }

    /// Sends the answer, and waits a moment for the client to take it.
    ///
    /// @throws IOException when the client goes away or does not take it in time
    void send(SocketChannel channel) throws IOException {
        send(channel, bytes());
    }

    /// Does the same with the head of the answer alone, for a HEAD request.
    void sendHead(SocketChannel channel) throws IOException {
        send(channel, head());
    }

    private static void send(SocketChannel channel, byte[] answer) throws IOException {
        try (Deadline _ = Deadline.in(Unread.MAX_TIME)) {
            ByteBuffer left = ByteBuffer.wrap(answer);
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
