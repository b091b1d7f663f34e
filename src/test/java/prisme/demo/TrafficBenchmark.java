package prisme.demo;

import java.time.Instant;
import java.util.Iterator;
import prisme.event.Event;

/// How many events a second are made up:
/// `java -Xmx64m -cp target/classes:target/test-classes prisme.demo.TrafficBenchmark`
final class TrafficBenchmark {
    private TrafficBenchmark() {}

    public static void main(String[] arguments) {
        for (long pageviews : new long[] {100_000, 1_000_000, 5_000_000}) {
            long began = System.nanoTime();
            long count = 0;
            for (Iterator<Event> i = Traffic.of(1, Instant.parse("2026-01-01T00:00:00Z"), 30, pageviews).events();
                    i.hasNext(); i.next()) {
                count++;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("%,d events, %,.0f a second%n", count, count / seconds);
        }
    }
}
