package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed under load has every event that it has answered with 200 exactly once, and none that nobody
/// sent. A visitor who views a page before every kill stays in one visit. The system property `prisme.crash.rounds` is
/// the number of kills.
class CrashIT {
    private static final int CLIENTS = 8;
    private static final String READER = "/reader/";
    private static final int ROUNDS = Integer.getInteger("prisme.crash.rounds", 20);

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test void keepsWhatItAcknowledgedThroughEveryKill(@TempDir Path data) throws Exception {
        long seed = System.nanoTime();
        RandomGenerator random = new java.util.Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            killUnderLoad(data, round, random.nextInt(500));
        }
        List<String> lines = RunningJar.output("export", "--data.dir=" + data).lines().toList();
        assertOneVisitOfTheReader(lines);
        Map<String, Long> exported = countsOfPaths(lines);
        assertEquals(Set.of(), minus(acknowledged, exported.keySet()), "lost, seed " + seed);
        assertEquals(Set.of(), minus(exported.keySet(), sent), "nobody sent these, seed " + seed);
        assertTrue(exported.values().stream().allMatch(count -> count == 1), "stored twice, seed " + seed);
        assertTrue(acknowledged.size() > ROUNDS * CLIENTS, "only " + acknowledged.size() + " were acknowledged");
    }

    private void killUnderLoad(Path data, int round, int millis) throws Exception {
        /* In this order, so that the clients end whatever happens: the server is killed before they are waited for. */
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
             RunningJar jar = RunningJar.serve(data, "--store.segment.size=64KiB", "--rate.limit.events=0")) {
            for (int client = 0; client < CLIENTS; client++) {
                String prefix = "/" + round + "/" + client + "/";
                clients.submit(() -> sendUntilItEnds(jar, prefix));
            }
            awaitAcknowledged((round + 1) * CLIENTS);
            readOn(jar, round);
            Thread.sleep(millis);
            jar.kill();
        }
    }

    /* A machine that has much else to do may take a while to answer the first. */
    private void awaitAcknowledged(int count) throws InterruptedException {
        for (int tries = 0; acknowledged.size() <= count && tries < 2000; tries++) {
            Thread.sleep(5);
        }
    }

    private void readOn(RunningJar jar, int round) throws IOException, InterruptedException {
        String path = READER + round;
        HttpRequest.Builder request = pageview(jar, path)
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
        if (round > 0) {
            request.header("X-Prisme-Document-Referrer", "http://localhost" + READER + (round - 1));
        }
        sent.add(path);
        assertEquals(200, http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        acknowledged.add(path);
    }

    private void assertOneVisitOfTheReader(List<String> lines) {
        List<String> visits = lines.stream().filter(line -> line.contains("\"path\":\"" + READER))
                .map(line -> field("session_uuid", line) + " " + field("path", line) + " " + field("version", line))
                .toList();
        String session = visits.getFirst().split(" ")[0];
        assertEquals(IntStream.range(0, ROUNDS).mapToObj(i -> session + " " + READER + i + " " + (i + 1)).toList(),
                visits);
    }

    private static String field(String name, String line) {
        return line.replaceFirst(".*\"" + name + "\":\"?([^\",}]*)[\",}].*", "$1");
    }

    private void sendUntilItEnds(RunningJar jar, String prefix) {
        try {
            for (int i = 0; ; i++) {
                String path = prefix + i;
                sent.add(path);
                if (http.send(pageview(jar, path).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode() == 200) {
                    acknowledged.add(path);
                }
            }
        } catch (IOException | InterruptedException _) {
            /* It was killed. */
        }
    }

    private static HttpRequest.Builder pageview(RunningJar jar, String path) {
        return HttpRequest.newBuilder(jar.url("/api/v1/events/pageviews"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://localhost")
                .header("X-Prisme-Referrer", "http://localhost" + path);
    }

    private static Map<String, Long> countsOfPaths(List<String> lines) {
        return lines.stream().map(line -> field("path", line))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        return all.stream().filter(path -> !some.contains(path)).collect(Collectors.toSet());
    }
}
