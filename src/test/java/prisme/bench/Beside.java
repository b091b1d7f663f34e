package prisme.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The dashboard while events come in, and events while the dashboard is asked.
record Beside(Path jar, int rounds, Table table) {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int EVENTS_PER_SECOND = 5_000;
    private static final List<String> SERIES = List.of("visitors", "sessions", "sessions-duration", "pageviews",
            "bounces");
    private static final List<String> TOPS = List.of("pages", "entry-pages", "exit-pages", "not-found", "referrers",
            "countries", "browsers", "operating-systems", "devices", "utm-sources", "utm-mediums", "utm-campaigns",
            "utm-terms", "utm-contents", "custom-events", "outbound-links", "file-downloads");

    /// @param filled a data directory with events
    /// @param range  the parameters that say which of them are asked for
    void measure(Path filled, String range) throws IOException, InterruptedException {
        PacedLoad events = new PacedLoad(64, EVENTS_PER_SECOND, EventRequests.load()::pageview);
        try (JarServer server = JarServer.start(jar, List.of("-Xmx128m", "-XX:+UseSerialGC"), filled)) {
            run(events, server.address(), () -> views(server.address(), range));  // for the compiler
            Samples alone = views(server.address(), range);
            Score quiet = run(events, server.address(), () -> Thread.sleep(TIME));
            List<Samples> beside = new ArrayList<>();
            Score busy = run(events, server.address(), () -> beside.add(views(server.address(), range)));
            double view = beside.getFirst().median();
            table.ratio("the whole dashboard, while events come in", view, alone.median(), "ms", view / alone.median());
            table.ratio("events, p99, while the dashboard is asked", busy.permille(990) / 1e3,
                    quiet.permille(990) / 1e3, "ms", (double) busy.permille(990) / quiet.permille(990));
            table.ratio("events, a second, wanted " + EVENTS_PER_SECOND, busy.rate(), quiet.rate(), "/s",
                    busy.rate() / quiet.rate());
        }
    }

    /// Something that takes its time.
    private interface Act {
        void run() throws IOException, InterruptedException;
    }

    private static Score run(PacedLoad events, InetSocketAddress server, Act act)
            throws IOException, InterruptedException {
        PacedLoad.Run run = events.start(server);
        act.run();
        return run.end();
    }

    private Samples views(InetSocketAddress server, String range) {
        Samples times = new Samples();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            view(http, server, range);
            for (int round = 0; round < rounds; round++) {
                times.add(view(http, server, range));
            }
        }
        return times;
    }

    private static double view(HttpClient http, InetSocketAddress server, String range) {
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<byte[]>>> answers = questions()
                .map(question -> http.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + server.getPort() + "/api/v1/stats/" + question + range)).build(),
                        HttpResponse.BodyHandlers.ofByteArray())).toList();
        for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
            if (answer.join().statusCode() != 200) {
                throw new IllegalStateException(answer.join().uri() + " was answered " + answer.join().statusCode());
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static Stream<String> questions() {
        return Stream.of(Stream.of("summary?"), SERIES.stream().map(name -> name + "?interval=day&"),
                TOPS.stream().map(name -> "top-" + name + "?limit=10&")).flatMap(each -> each);
    }
}
