package prisme.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import prisme.tracker.TrackerScript;

/// All figures in one table. Speeds and times are ratios against a baseline in the same run, by turns, medians of
/// `prisme.bench.rounds` (5). Further properties: `prisme.bench.seconds` (4) for each of a round's turns,
/// `prisme.bench.minutes` (2) of full load for the memory, `prisme.bench.pageviews` (1000000) in the directory that is
/// started and asked. The argument is the jar.
final class Benchmark {
    private final Path jar;
    private final Table table = new Table(System.out);
    private final int rounds = Integer.getInteger("prisme.bench.rounds", 5);
    private final Duration time = Duration.ofSeconds(Integer.getInteger("prisme.bench.seconds", 4));
    private final int minutes = Integer.getInteger("prisme.bench.minutes", 2);
    private final long pageviews = Long.getLong("prisme.bench.pageviews", 1_000_000);

    private Benchmark(Path jar) {
        this.jar = jar;
    }

    static void main(String[] args) throws IOException, InterruptedException {
        new Benchmark(Path.of(args[0])).run();
    }

    private void run() throws IOException, InterruptedException {
        table.head();
        table.title("Sizes");
        table.figure("jar", Files.size(jar) / 1e3, "kB");
        table.figure("tracker, compressed", new TrackerScript().compressedSize(), "B");
        table.figure("dashboard, all files compressed", compressedFiles(), "B");
        Filled filled = Filled.with(pageviews);
        table.figure("an event on the disk, of " + filled.events(), (double) filled.bytes() / filled.events(), "B");
        table.title("Start, against a bare HttpServer");
        new Starting(jar, rounds, table).measure(filled.directory());
        table.title("Ingestion, against a bare HttpServer, -Xmx64m");
        Ingestion ingestion = new Ingestion(jar, rounds, time, table);
        ingestion.measure(64);
        ingestion.measure(512);
        table.title("Statistics beside ingestion, -Xmx128m, against each alone");
        new Beside(jar, rounds, table).measure(filled.directory(), Filled.RANGE);
        for (String heap : new String[] {"64m", "128m"}) {
            table.title("Memory and disk");
            new Memory(jar, minutes, table).measure(heap);
        }
    }

    /// How many bytes the files of the dashboard take compressed, each on its own.
    private long compressedFiles() throws IOException {
        long sum = 0;
        try (ZipFile files = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : files.stream().filter(each -> each.getName().startsWith("prisme/dashboard/")
                    && !each.isDirectory() && !each.getName().endsWith(".class")).toList()) {
                try (InputStream in = files.getInputStream(entry)) {
                    sum += compressed(in.readAllBytes());
                }
            }
        }
        return sum;
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.size();
    }
}
