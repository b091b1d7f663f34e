package prisme.useragent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Measures how many distinct User-Agents one core reads in a second, without any cache, and what it allocates.
final class UserAgentBenchmark {
    private static final int ROUNDS = 150;

    private UserAgentBenchmark() {}

    /// Prints strings per second and bytes per string for the corpus of browsers, then lines per second of the
    /// streaming form.
    public static void main(String[] arguments) throws IOException {
        List<String> texts = Corpus.browsers().stream().map(Corpus.Row::userAgent).toList();
        byte[] lines = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
        for (int round = 1; round <= ROUNDS; round++) {
            long allocated = allocated();
            long started = cpu();
            int bots = 0;
            for (String text : texts) {
                bots += UserAgent.parse(text).isBot() ? 1 : 0;
            }
            report("%,d strings a second, %,d bytes each (" + bots + " bots)", texts.size(), started, allocated, round);
            started = cpu();
            allocated = allocated();
            UserAgentLines.answer(new ByteArrayInputStream(lines), OutputStream.nullOutputStream());
            report("%,d lines a second, %,d bytes each", texts.size(), started, allocated, round);
        }
    }

    private static void report(String format, int count, long started, long allocated, int round) {
        if (round % 50 == 0) {
            long nanos = cpu() - started;
            System.out.printf(format + "%n", count * 1_000_000_000L / nanos, (allocated() - allocated) / count);
        }
    }

    /* Of the processor, so that neighbours on a busy machine are not counted. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
