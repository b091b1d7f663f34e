package prisme.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures what `prisme.http` costs: [FrontServer] against [BareServer], each in a process of its own with the same
/// flags, taking turns under the same load. On a machine that does other things too, the processor time that each
/// request takes is a better measure than the rate. Arguments: rounds (5), seconds each (3), connections (64).
final class HttpBench {
    private static final int THREADS = 2;
    private static final byte[] PAGEVIEW = """
            POST /api/v1/events/pageviews HTTP/1.1
            Host: stats.example.com
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126 Safari/537.36
            Accept: */*
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: en-GB,en;q=0.9,de;q=0.8
            Content-Type: text/plain;charset=UTF-8
            Origin: https://www.example.com
            Referer: https://www.example.com/
            Sec-Fetch-Dest: empty
            Sec-Fetch-Mode: cors
            Sec-Fetch-Site: cross-site
            Content-Length: 10

            0123456789""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);

    private HttpBench() {}

    static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Duration time = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 3);
        int connections = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        LoadGenerator load = new LoadGenerator(connections, THREADS, (_, _) -> PAGEVIEW);
        try (ForkedServer bare = ForkedServer.start(BareServer.class);
                ForkedServer front = ForkedServer.start(FrontServer.class)) {
            load.run(bare.address(), time);
            load.run(front.address(), time);
            compare(load, bare, front, rounds, time);
        }
    }

    private static void compare(LoadGenerator load, ForkedServer bare, ForkedServer front, int rounds, Duration time)
            throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double bareCost = -bare.cpuMicros();
            Score floor = load.run(bare.address(), time);
            bareCost = (bareCost + bare.cpuMicros()) / floor.ok();
            double frontCost = -front.cpuMicros();
            Score ours = load.run(front.address(), time);
            frontCost = (frontCost + front.cpuMicros()) / ours.ok();
            rates.add(ours.rate() / floor.rate());
            costs.add(frontCost / bareCost);
            System.out.printf(Locale.ROOT, "bare  %s  cpu %.1f us%nfront %s  cpu %.1f us%n", floor, bareCost, ours,
                    frontCost);
            System.out.printf(Locale.ROOT, "rate %.3f, cpu %.3f%n", rates.getLast(), costs.getLast());
        }
        rates.sort(null);
        costs.sort(null);
        System.out.printf(Locale.ROOT, "medians: rate %.3f of bare, processor time per request %.3f of bare%n",
                rates.get(rounds / 2), costs.get(rounds / 2));
    }
}
