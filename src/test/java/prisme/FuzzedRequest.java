package prisme;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// A request that would be right if nothing were changed in it, and the changes.
final class FuzzedRequest {
    private static final String HEAD =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
            + "Origin: http://localhost\r\n";
    private static final String PAGE = "X-Prisme-Referrer: http://localhost/a%20b/?utm_source=x+y&ref=z#top\r\n";
    private static final List<String> RIGHT = List.of(
            post("pageviews?status=404&visitor-id=v", PAGE
                    + "X-Prisme-Document-Referrer: https://search.example/?q=1\r\n"
                    + "X-Prisme-Status: 200\r\nX-Prisme-Visitor-Id: me\r\nSec-CH-UA-Platform: \"Linux\"\r\n", ""),
            post("pageviews?referrer=http%3A%2F%2Flocalhost%2Fc&document-referrer=http%3A%2F%2Flocalhost%2Fa", "", ""),
            post("custom/sign%20up", PAGE + "Content-Type: application/json; charset=utf-8\r\n",
                    "{\"plan\": \"pro\", \"n\": [1, 2e400, {\"deep\": [true, null]}], "
                            + "\"\\u00e4\": \"\\ud83d\\ude00\"}"),
            post("outbound-links", PAGE, "https://elsewhere.example/?a=b&c=%20#d"),
            post("file-downloads", PAGE, "http://localhost/file.zip"),
            post("outbound-links", "Ping-From: http://localhost/a\r\nPing-To: https://elsewhere.example/\r\n", "PING"),
            get("noscript/events/pageviews?referrer=http://localhost/a&status=200&visitor-id=%C3%A4", ""),
            get("noscript/events/custom/x?prop-a=%22b%22&prop-c=%5B1%5D", "Referer: http://localhost/a\r\n"),
            get("noscript/events/outbound-links?url=https%3A%2F%2Felsewhere.example%2F",
                    "Referer: http://localhost/a\r\n"),
            "OPTIONS /api/v1/events/pageviews HTTP/1.1\r\nHost: x\r\n"
                    + "Access-Control-Request-Headers: content-type\r\n\r\n",
            get("healthcheck", "X-Forwarded-For: 1.2.3.4, [2001:db8::1]:80\r\nX-Request-Id: abc\r\n"),
            "GET /static/wa.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0.5, *;q=0\r\n"
                    + "If-None-Match: W/\"x\"\r\n\r\n");
    private static final List<String> TOKENS = List.of("\r\n", "\n", "\r", "\0", "%", "%00", "%ff", "%2e%2e", "..",
            "//", ":",
            "\r\nContent-Length: 5", "\r\nTransfer-Encoding: chunked", "\r\nOrigin: http://localhost", "http://", "[",
            "{\"a\":",
            "\\ud800", "1e999999", "+", "&", "=", ";", ",", "\"", "\u00c3\u00a4", "\u00ff", "\u00c0\u0080",
            "a".repeat(5000),
            "[".repeat(100), "PING", " HTTP/1.1\r\n", "\r\n\r\n", "-1", "65537", "99999999999999999999");

    private final RandomGenerator random;

    FuzzedRequest(RandomGenerator random) {
        this.random = random;
    }

    private static String post(String path, String headers, String body) {
        return "POST /api/v1/events/" + path + " HTTP/1.1\r\nHost: x\r\n" + HEAD + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String get(String path, String headers) {
        return "GET /api/v1/" + path + " HTTP/1.1\r\nHost: x\r\n" + HEAD + headers + "\r\n";
    }

    /// The next one, each character of which is one byte. In every other one the length of the body is right.
    String next() {
        String request = pick(RIGHT);
        if (random.nextInt(8) == 0) {
            request += pick(RIGHT);
        }
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            request = changed(request);
        }
        return random.nextBoolean() ? request : withRightLength(request);
    }

    private String changed(String request) {
        int at = random.nextInt(request.length() + 1);
        int end = Math.min(request.length(), at + 1 + random.nextInt(1 << random.nextInt(6)));
        String before = request.substring(0, at);
        return switch (random.nextInt(6)) {
            case 0 -> before + flipped(request.substring(at, end)) + request.substring(end);
            case 1 -> before + (char) random.nextInt(256) + request.substring(at);
            case 2 -> before + request.substring(end);
            case 3 -> before + request.substring(at, end) + request.substring(at);
            case 4 -> before + pick(TOKENS) + request.substring(at);
            default -> before + pick(TOKENS) + request.substring(end);
        };
    }

    private String flipped(String bytes) {
        byte[] flipped = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(flipped, StandardCharsets.ISO_8859_1);
    }

    private static String withRightLength(String request) {
        int body = request.indexOf("\r\n\r\n") + 4;
        return body < 4 ? request
                : request.replaceFirst("Content-Length: [0-9]+", "Content-Length: " + (request.length() - body));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
