package prisme.stats;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import prisme.columns.Buffers;
import prisme.columns.Descriptors;
import prisme.columns.Part;
import prisme.columns.PartBuilder;
import prisme.columns.PartWriter;
import prisme.columns.SealedPart;
import prisme.demo.Traffic;
import prisme.event.Event;

/// How long each answer takes over a month of made-up traffic in sealed files, one table for each number of page views:
/// `java -Xmx128m -cp target/classes:target/test-classes prisme.stats.StatsBenchmark DIR 1000000 10000000`
/// The files are made by the first run, and used again by later ones.
final class StatsBenchmark {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 30;
    private static final int EVENTS_IN_A_SEGMENT = 250_000;
    private static final int RUNS = Integer.getInteger("prisme.bench.runs", 5);
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<Integer> RANGES = List.of(30, 7, 1);

    private StatsBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (String pageviews : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path directory = Path.of(arguments[0], pageviews);
            if (!Files.exists(directory)) {
                make(directory, Long.parseLong(pageviews));
            }
            measure(directory);
        }
    }

    private static void make(Path directory, long pageviews) throws IOException {
        Path making = Files.createDirectories(directory.resolveSibling("making-" + pageviews));
        Iterator<Event> events = Traffic.of(1, START, DAYS, pageviews).events();
        long sequence = 0;
        for (long number = 1; events.hasNext(); number++) {
            PartBuilder part = new PartBuilder(number);
            long first = sequence + 1;
            while (events.hasNext() && part.events() < EVENTS_IN_A_SEGMENT) {
                part.add(++sequence, events.next());
            }
            PartWriter.write(part, number, first, sequence, making.resolve("%08d.part".formatted(number)));
        }
        Files.move(making, directory);
    }

    private static void measure(Path directory) throws IOException {
        List<Part> parts = new ArrayList<>();
        Descriptors descriptors = new Descriptors();
        Buffers buffers = new Buffers();
        long bytes = 0;
        try (var files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                bytes += Files.size(file);
                if (SealedPart.open(file, descriptors, buffers, _ -> { })
                        instanceof SealedPart.Opening.Opened(SealedPart part)) {
                    parts.add(part);
                }
            }
        }
        long events = parts.stream().mapToLong(Part::events).sum();
        System.out.printf("%,d events in %d parts, %.1f bytes each%n", events, parts.size(), (double) bytes / events);
        SealedParts.Listing listing = new SealedParts.Listing(parts, Set.of(), events);
        try (Engine engine = Engine.on(Files.createTempDirectory("no-log"), () -> listing, () -> events,
                new Engine.Preparation.None())) {
            long began = System.nanoTime();
            engine.answer(range(1), List.of(new Question.Summary()));
            System.out.printf("first answer after %.0f ms%n", (System.nanoTime() - began) / 1e6);
            table(engine);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap %d MB after all, RSS %s%n", runtime.totalMemory() - runtime.freeMemory() >> 20, rss());
        for (Part part : parts) {
            ((SealedPart) part).close();
        }
    }

    private static void table(Engine engine) throws IOException {
        System.out.printf("%-20s %9s %9s %9s    %9s %9s %9s%n", "medians, ms", "month", "week", "day",
                "CPU month", "week", "day");
        Map<String, Question> panels = panels();
        double[] sums = new double[2 * RANGES.size()];
        for (Map.Entry<String, Question> panel : panels.entrySet()) {
            double[] row = row(engine, List.of(panel.getValue()));
            Arrays.setAll(sums, i -> sums[i] + row[i]);
            print(panel.getKey(), row);
        }
        print("one by one", sums);
        print("all at once", row(engine, List.copyOf(panels.values())));
    }

    private static void print(String name, double[] row) {
        System.out.printf("%-20s %9.1f %9.1f %9.1f    %9.1f %9.1f %9.1f%n", name, row[0], row[1], row[2],
                row[3], row[4], row[5]);
    }

    private static double[] row(Engine engine, List<Question> questions) throws IOException {
        double[] row = new double[2 * RANGES.size()];
        for (int i = 0; i < RANGES.size(); i++) {
            List<Double> times = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            for (int run = 0; run < RUNS + 2; run++) {
                long cpuBefore = PROCESS.getProcessCpuTime();
                long began = System.nanoTime();
                engine.answer(range(RANGES.get(i)), questions);
                times.add((System.nanoTime() - began) / 1e6);
                cpu.add((PROCESS.getProcessCpuTime() - cpuBefore) / 1e6);
            }
            row[i] = median(times);
            row[RANGES.size() + i] = median(cpu);
        }
        return row;
    }

    /// Without the first two, which warm up.
    private static double median(List<Double> times) {
        return times.subList(2, times.size()).stream().sorted().skip(RUNS / 2).findFirst().orElseThrow();
    }

    /// The last days of the month.
    private static Selection range(int days) {
        Instant end = START.plus(Duration.ofDays(DAYS));
        return new Selection(end.minus(Duration.ofDays(days)).getEpochSecond(), end.getEpochSecond() - 1, Map.of());
    }

    private static Map<String, Question> panels() {
        Map<String, Question> panels = new LinkedHashMap<>();
        panels.put("summary", new Question.Summary());
        Buckets days = new Buckets.Calendar(LongStream.range(0, DAYS)
                .map(day -> START.plus(Duration.ofDays(day)).getEpochSecond()).toArray());
        for (Question.Metric metric : Question.Metric.values()) {
            panels.put(metric.name(), new Question.Series(metric, days));
        }
        for (Question.Ranking ranking : Question.Ranking.values()) {
            panels.put(ranking.name(), new Question.Top(ranking, 10));
        }
        panels.put("TOP_VALUES", new Question.TopValues("search", "hits", 10));
        return panels;
    }

    private static String rss() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.substring(6).strip()).findFirst().orElse("unknown");
    }
}
