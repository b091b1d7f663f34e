package prisme.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The reports of visitors who come from everywhere with the browsers there are: on each connection one visitor follows
/// the other, views a page and goes on to a second one.
///
/// @param userAgents [#SHARES] of people, each as often among them as it is among people
record EventRequests(String[] userAgents) {
    private static final String PEOPLE = "/prisme/useragent/user-agents.tsv.gz";
    private static final int WEIGHT = 0;
    private static final int USER_AGENT = 6;
    private static final int SHARES = 1 << 16;
    private static final int EVENTS_EACH = 100;
    private static final String PROPERTIES = "{\"plan\":\"pro\",\"seats\":3}";

    static EventRequests load() throws IOException {
        try (InputStream in = new GZIPInputStream(EventRequests.class.getResourceAsStream(PEOPLE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
            return new EventRequests(shares(lines.lines().skip(1).map(line -> line.split("\t", -1))
                    .filter(row -> row[USER_AGENT].startsWith("Mozilla/5.0 (")).toList()));
        }
    }

    private static String[] shares(List<String[]> rows) {
        double all = rows.stream().mapToDouble(EventRequests::weight).sum();
        String[] shares = new String[SHARES];
        int share = 0;
        double sum = 0;
        for (String[] row : rows) {
            sum += weight(row);
            while (share < SHARES && share < Math.round(sum / all * SHARES)) {
                shares[share++] = row[USER_AGENT];
            }
        }
        return shares;
    }

    private static double weight(String[] row) {
        return Double.parseDouble(row[WEIGHT]);
    }

    /// By turns the first page of a new visitor and the second page of the same one.
    byte[] pageview(int connection, long number) {
        return pageview(connection + (number >>> 1 << 16), number % 2 == 0 ? "/a" : "/b",
                number % 2 == 0 ? "" : "http://localhost/a");
    }

    /// A page view, then events of its visitor, then the next one.
    byte[] custom(int connection, long number) {
        long visitor = connection + (number / EVENTS_EACH << 16);
        return number % EVENTS_EACH == 0 ? pageview(visitor, "/a", "")
                : request("custom/signup", visitor, "/a", "Content-Type: application/json\r\n", PROPERTIES);
    }

    private byte[] pageview(long visitor, String path, String referrer) {
        return request("pageviews", visitor, path, "X-Prisme-Document-Referrer: " + referrer + "\r\n", "");
    }

    private byte[] request(String route, long visitor, String path, String headers, String body) {
        int scattered = (int) (visitor * 0x9e3779b97f4a7c15L >>> 32);
        String address = (scattered >>> 24) % 223 + 1 + "." + (scattered >>> 16 & 255) + "." + (scattered >>> 8 & 255)
                + "." + (scattered & 255);
        return ("POST /api/v1/events/" + route + " HTTP/1.1\r\nHost: stats.example.com\r\nUser-Agent: "
                + userAgents[scattered & SHARES - 1]
                + "\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-GB,en;q=0.9\r\n"
                + "Origin: http://localhost\r\nX-Prisme-Referrer: http://localhost" + path + "\r\nX-Forwarded-For: "
                + address + "\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Site: cross-site\r\n"
                + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    }
}
