package prisme.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures what storing an event costs: the packaged jar against [BareServer], which reads the same headers and
/// answers 200, each in a process of its own with the same flags, taking turns under the same load. Half of the page
/// views begin a visit, half go on with one; User-Agents are real ones, the limiter is on, `store.fsync` is 1s.
/// Arguments: rounds (5), seconds each (3), connections (64), the jar (`target/prisme.jar`).
final class EventBench {
    private static final int THREADS = 2;
    /// Until the compiler of the Java virtual machine has little left to do.
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private EventBench() {}

    static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Duration time = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 3);
        int connections = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        Path jar = Path.of(args.length > 3 ? args[3] : "target/prisme.jar");
        try (ForkedServer bare = ForkedServer.start(BareServer.class); JarServer ours = JarServer.start(jar)) {
            EventRequests requests = EventRequests.load();
            LoadGenerator pageviews = new LoadGenerator(connections, THREADS, requests::pageview);
            LoadGenerator custom = new LoadGenerator(connections, THREADS, requests::custom);
            compare("page views", pageviews, bare, ours, rounds, time);
            compare("custom events", custom, bare, ours, rounds, time);
        }
    }

    private static void compare(String what, LoadGenerator load, ForkedServer bare, JarServer ours, int rounds,
            Duration time) throws IOException, InterruptedException {
        load.run(bare.address(), WARM_UP);
        load.run(ours.address(), WARM_UP);
        List<Double> rates = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Score floor = load.run(bare.address(), time);
            Score score = load.run(ours.address(), time);
            rates.add(score.rate() / floor.rate());
            slowest.add((double) score.permille(990) / floor.permille(990));
            System.out.printf(Locale.ROOT, "%s: bare %s%n%s: ours %s  rate %.3f%n", what, floor, what, score,
                    rates.getLast());
        }
        rates.sort(null);
        slowest.sort(null);
        System.out.printf(Locale.ROOT, "%s, medians: rate %.3f of bare, p99 %.2f of bare%n", what,
                rates.get(rounds / 2), slowest.get(rounds / 2));
    }
}
