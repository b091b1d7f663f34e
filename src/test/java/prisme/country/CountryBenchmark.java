package prisme.country;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prisme.ip.IpAddress;

/// Measures the country table, or a database given as the argument: time to open, heap, look-ups, lines of the command.
///
/// After `mvn test-compile`: `java -cp target/classes:target/test-classes prisme.country.CountryBenchmark [FILE.mmdb]`
public final class CountryBenchmark {
    private static final int ADDRESSES = 1 << 16;
    private static final int ROUNDS = 50;

    private CountryBenchmark() {}

    static void main(String[] args) throws IOException {
        long before = System.nanoTime();
        Countries countries = open(args);
        report("opened, cold", (System.nanoTime() - before) / 1e6, "ms");
        report("opened, warm", warm(() -> open(args)) / 1e6, "ms");
        report("heap", heapOf(() -> open(args)), "bytes");
        lookUps("version 4", countries, _ -> 0xffff);
        lookUps("version 6", countries, random -> 0x2000_0000_0000_0000L | random.nextLong() >>> 3);
        lines(new CountryLines(countries));
    }

    private static Countries open(String... args) {
        try {
            return args.length == 0 ? CountryTable.load() : CountryDatabase.open(Path.of(args[0]));
        } catch (CountryDatabaseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static double warm(Supplier<Countries> opening) {
        return Stream.generate(() -> nanoseconds(() -> opening.get().hashCode())).limit(ROUNDS)
                .mapToLong(Long::longValue).min().orElseThrow();
    }

    private static double heapOf(Supplier<Countries> opening) {
        Countries[] kept = new Countries[2];
        long before = usedHeap();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = opening.get();
        }
        double each = (double) (usedHeap() - before) / kept.length;
        return kept[0] == null ? 0 : each;
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private interface HighBits {
        long of(Random random);
    }

    private static void lookUps(String name, Countries countries, HighBits high) {
        Random random = new Random(1);
        IpAddress[] addresses = Stream.generate(() -> address(random, high.of(random))).limit(ADDRESSES)
                .toArray(IpAddress[]::new);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long allocated = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            best = Math.min(best, nanoseconds(() -> lookUpAll(countries, addresses)));
            allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
        }
        report("look-up, " + name, (double) best / ADDRESSES, "ns");
        report("allocated by one", (double) allocated / ADDRESSES, "bytes");
    }

    private static IpAddress address(Random random, long high) {
        return high == 0xffff ? IpAddress.ofIPv4(random.nextInt()) : new IpAddress(high, random.nextLong());
    }

    private static long lookUpAll(Countries countries, IpAddress[] addresses) {
        long sum = 0;
        for (IpAddress address : addresses) {
            sum += countries.countryOf(address).charAt(0);
        }
        return sum;
    }

    private static void lines(CountryLines lines) throws IOException {
        Random random = new Random(2);
        int count = 200_000;
        byte[] text = Stream.generate(() -> address(random, random.nextInt(4) == 0 ? random.nextLong() : 0xffff))
                .limit(count).map(IpAddress::toString).collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 10; round++) {
            long before = System.nanoTime();
            lines.run(new ByteArrayInputStream(text), OutputStream.nullOutputStream());
            report("command", count / ((System.nanoTime() - before) / 1e9), "lines/s");
        }
    }

    private static long nanoseconds(LongSupplier work) {
        long before = System.nanoTime();
        long result = work.getAsLong();
        return result == Long.MIN_VALUE ? 0 : System.nanoTime() - before;
    }

    private static void report(String what, double figure, String unit) {
        System.out.printf("%-24s %,14.1f %s%n", what, figure, unit);
    }
}
