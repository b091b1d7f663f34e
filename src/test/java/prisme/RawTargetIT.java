package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prisme.http.RawClient;
import prisme.http.RawClient.Answer;

/// Images whose addresses are not percent-encoded, as browsers request them from the packaged jar.
@Timeout(60)
class RawTargetIT {
    private static final String GIF = "GET /api/v1/noscript/events/%s?referrer=http://localhost/a&%s"
            + " HTTP/1.1\r\nHost: x\r\nReferer: http://localhost/\r\n\r\n";

    @TempDir Path data;

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void assertCounted(RawClient client) throws IOException {
        Answer answer = client.read();
        assertEquals(List.of(200, "image/gif", ""),
                List.of(answer.status(), answer.header("Content-Type"), answer.header("X-Prisme-Error")));
    }

    @Test void areCountedWithTheirProperties() throws IOException {
        List<String> values = List.of("{%22x%22:1}", "\"100%\"", "%22|^`\\\\%22", "\"é\"");
        try (RunningJar jar = RunningJar.serve(data);
                RawClient client = RawClient.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), jar.port()))) {
            assertCounted(client.send(GIF.formatted("pageviews", "x=100%")));
            assertCounted(client.send(asBytes(GIF.formatted("custom/[new]|é", "x=1"))));
            for (String value : values) {
                assertCounted(client.send(asBytes(GIF.formatted("custom/seen", "prop-a=" + value))));
            }
            assertEquals(List.of("pageview /a direct 1 200", "custom /a [new]|é {}",
                    "custom /a seen {\"a\":{\"x\":1}}", "custom /a seen {\"a\":\"100%\"}",
                    "custom /a seen {\"a\":\"|^`\\\\\"}", "custom /a seen {\"a\":\"é\"}"),
                    Exported.awaited(data, values.size() + 2).inShort());
        }
    }
}
