package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text has an answer, in a short time.
class AnyTextTest {
    private static final int LONG = 64 * 1024;

    @Test
    void answersAnyBytes() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            answers(new String(bytes, StandardCharsets.UTF_8));
            answers(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void answersRealTextsCutAnywhereAndMixed() throws IOException {
        List<Corpus.Row> rows = Stream.concat(Corpus.browsers().stream(), Corpus.crawlers().stream()).toList();
        Random random = new Random(5);
        for (Corpus.Row row : rows) {
            String other = rows.get(random.nextInt(rows.size())).userAgent();
            String text = row.userAgent();
            int cut = random.nextInt(text.length() + 1);
            answers(text.substring(cut));
            answers(text.substring(0, cut));
            answers(text.substring(0, cut) + other.substring(Math.min(cut, other.length())));
        }
    }

    @Test
    void answersEveryCutOfOneText() {
        String text = "Mozilla/5.0 (Linux; U; Android 4.0.3; de-ch; HTC_One Build/IML74K; Windows Phone 8.1; "
            + "IEMobile/11.0; NOKIA; Lumia 920) Android Application - a b c - x@y.z CFNetwork/1 Tutorial Crawler 1.4";
        IntStream.range(0, text.length()).forEach(from ->
            IntStream.rangeClosed(from, text.length()).forEach(to -> answers(text.substring(from, to))));
    }

    static Stream<String> repeats() {
        return Stream.of("a", " ", ";", "(", ")", "/", "#", "0", "1.", "@a", "a@b", "bot", "crawl", "crawl-", "spider ",
            "Android ", "Android;", "; ", "ARM;", "Windows Phone ; ARM;", "Build/", " Build", "Mozilla/5.0 (", "Nokia",
            "samsung-", "Android Application - ", " - ", "en-us; ", "\u00e9", "\ud83d", "\u0000", "www.", "Chrome/1.",
            "Android 4.0; en-us; SM-", "(((", "K;", "Version/1 Safari/", "HTC_", "CFNetwork/", "Safari/1 (", "a.b.c/");
    }

    /* Generous by two orders of magnitude: it is there to find quadratic time, not to measure speed. */
    @ParameterizedTest
    @MethodSource("repeats")
    void answersAdversariesSoon(String piece) {
        String text = piece.repeat(LONG / piece.length());
        long started = processorTime();
        for (int i = 0; i < 20; i++) {
            answers(text);
            answers("Mozilla/5.0 (Linux; Android 9; " + text);
        }
        assertTrue(processorTime() - started < Duration.ofSeconds(2).toNanos(), piece);
    }

    /* Whatever else the machine does meanwhile. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void readsNoMoreThanTheBeginning() {
        String start = "curl/8 " + "x".repeat(UserAgent.LONGEST);
        assertEquals(UserAgent.parse(start), UserAgent.parse(start + " Firefox/1.0 crawler"));
    }

    private static void answers(String text) {
        UserAgent read = UserAgent.parse(text, new ClientHints(text, text));
        assertTrue(!read.client().browser().isEmpty() && !read.client().system().isEmpty()
            && !read.client().device().isEmpty(), text);
    }
}
