package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.http.RawClient;
import prisme.json.JsonObject;

/// Requests that are changed at random are answered or cut off, but never with an error of the server, and leave
/// nothing odd behind. The system property `prisme.fuzz.seconds` says how long, `prisme.fuzz.seed` with which random
/// numbers.
class FuzzIT {
    private static final int CLIENTS = 8;
    private static final int SECONDS = Integer.getInteger("prisme.fuzz.seconds", 5);
    private static final long SEED = Long.getLong("prisme.fuzz.seed", System.nanoTime());
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");
    private static final Pattern TRACE = Pattern.compile("\\.java:[0-9]|\tat ");
    private static final String PAGEVIEW =
            "POST /api/v1/events/pageviews HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost\r\n"
            + "X-Prisme-Referrer: http://localhost/honest\r\nContent-Length: 0\r\n\r\n";

    private final AtomicLong requests = new AtomicLong();
    @TempDir Path data;

    @Test void everythingIsAnsweredOrEnded() throws Exception {
        try (RunningJar jar = RunningJar.serve(data, "--rate.limit.events=0", "--api.events.timeout=20ms",
                "--trust.proxy=true", "--admin.hostport=")) {
            InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), jar.port());
            Map<Integer, Long> statuses = fuzz(server);
            System.out.println("fuzz: seed " + SEED + ", " + requests + " requests, answers " + statuses);
            assertEquals(List.of(), statuses.keySet().stream().filter(FuzzIT::isFault).toList(), "seed " + SEED);
            assertEquals(200, send(server, PAGEVIEW).getFirst());
            assertSound(Exported.of(data), statuses.getOrDefault(200, 0L) + statuses.getOrDefault(302, 0L) + 1);
            assertFalse(jar.said().stream().anyMatch(line -> line.contains("was answered 500")), () -> "seed " + SEED);
            assertEquals(0, jar.stop());
        }
        assertEquals(0, RunningJar.ended("verify", "--data.dir=" + data).exit());
    }

    /// Another version of HTTP is refused by the protocol's rules, which is no fault.
    private static boolean isFault(int status) {
        return status >= 500 && status != 505;
    }

    private Map<Integer, Long> fuzz(InetSocketAddress server) throws Exception {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        Map<Integer, Long> sum = new TreeMap<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Map<Integer, Long>>> tasks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                FuzzedRequest fuzzed = new FuzzedRequest(new Random(SEED + client));
                tasks.add(() -> fuzz(server, fuzzed, end));
            }
            for (Future<Map<Integer, Long>> statuses : clients.invokeAll(tasks)) {
                statuses.get().forEach((status, count) -> sum.merge(status, count, Long::sum));
            }
        }
        return sum;
    }

    private Map<Integer, Long> fuzz(InetSocketAddress server, FuzzedRequest fuzzed, long end) {
        Map<Integer, Long> statuses = new TreeMap<>();
        while (System.nanoTime() < end) {
            String request = fuzzed.next();
            requests.incrementAndGet();
            for (int status : sendOrFail(server, request)) {
                statuses.merge(status, 1L, Long::sum);
                assertFalse(isFault(status), () -> status + ", seed " + SEED + ", for " + shortened(request));
            }
        }
        return statuses;
    }

    private static List<Integer> sendOrFail(InetSocketAddress server, String request) {
        try {
            return send(server, request);
        } catch (IOException e) {
            throw new AssertionError(e.getMessage() + ", seed " + SEED + ", for " + shortened(request), e);
        }
    }

    /// The statuses of all answers to these bytes, behind which the client has nothing more to say.
    private static List<Integer> send(InetSocketAddress server, String request) throws IOException {
        try (RawClient client = RawClient.connect(server)) {
            String answers = client.offer(request).isOpen() ? finished(client) : client.readToEnd();
            assertFalse(TRACE.matcher(answers).find(), () -> answers + ", seed " + SEED + ", for "
                    + shortened(request));
            return STATUS.matcher(answers).results().map((MatchResult found) -> Integer.parseInt(found.group(1)))
                    .toList();
        }
    }

    private static String shortened(String request) {
        return request.replaceAll("a{100,}", "a...a");
    }

    private static String finished(RawClient client) throws IOException {
        try {
            client.finish();
        } catch (IOException _) {
            return client.readToEnd();  // the server was quicker to end it
        }
        return client.readToEnd();
    }

    private static void assertSound(Exported exported, long acknowledged) {
        assertTrue(exported.events().size() <= acknowledged, exported.events().size() + " > " + acknowledged);
        assertTrue(exported.all("path").contains("/honest"));
        for (JsonObject event : exported.events()) {
            String line = event.members().toString();
            assertTrue(line.chars().noneMatch(Character::isISOControl), line);
            assertTrue(text(event, "path").startsWith("\"/") && !text(event, "domain").equals("\"\""), line);
            assertTrue(event.text("link").or(() -> event.text("url")).orElse("\"http").startsWith("\"http"), line);
            int status = Integer.parseInt(event.text("status").orElse("200"));
            assertTrue(status >= 100 && status <= 599, line);
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length < 70_000, line);
        }
    }

    private static String text(JsonObject event, String field) {
        return event.text(field).orElseThrow(() -> new AssertionError(field + " in " + event.members()));
    }
}
