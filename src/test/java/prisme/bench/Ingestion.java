package prisme.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What storing an event costs: the packaged jar against [BareServer], which reads the same headers and answers 200,
/// each in a process of its own with the same flags, taking turns under the same load. Half of the page views begin a
/// visit, half go on with one; User-Agents are real ones, each as often as it is seen, the limiter is on, `store.fsync` is 1s.
record Ingestion(Path jar, int rounds, Duration time, Table table) {
    private static final int THREADS = 2;
    /// Until the compiler of the Java virtual machine has little left to do.
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /// @param connections how many clients send at the same time, each the next request when the last is answered
    void measure(int connections) throws IOException, InterruptedException {
        EventRequests requests = EventRequests.load();
        try (ForkedServer bare = ForkedServer.start(BareServer.class);
                JarServer ours = JarServer.start(jar, ForkedServer.SMALL, Files.createTempDirectory("bench"))) {
            compare("page views", new LoadGenerator(connections, THREADS, requests::pageview), bare, ours);
            compare("custom events", new LoadGenerator(connections, THREADS, requests::custom), bare, ours);
        }
    }

    private void compare(String what, LoadGenerator load, ForkedServer bare, JarServer ours)
            throws IOException, InterruptedException {
        load.run(bare.address(), WARM_UP);
        load.run(ours.address(), WARM_UP);
        Samples floorRate = new Samples();
        Samples rate = new Samples();
        Samples rates = new Samples();
        Samples floorSlow = new Samples();
        Samples slow = new Samples();
        Samples slows = new Samples();
        for (int round = 0; round < rounds; round++) {
            Score floor = load.run(bare.address(), time);
            Score score = load.run(ours.address(), time);
            floorRate.add(floor.rate());
            rate.add(score.rate());
            rates.add(score.rate() / floor.rate());
            floorSlow.add(floor.permille(990) / 1e3);
            slow.add(score.permille(990) / 1e3);
            slows.add((double) score.permille(990) / floor.permille(990));
        }
        String who = what + ", " + load.connections() + " connections";
        table.ratio(who + ", a second", rate.median(), floorRate.median(), "/s", rates.median());
        table.ratio(who + ", p99", slow.median(), floorSlow.median(), "ms", slows.median());
    }
}
