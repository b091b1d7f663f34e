package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogOutputTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.25Z");
    private static final int ROOM = 8192;

    private final Recorded target = new Recorded();
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final LogOutput output = LogOutput.to(target, ROOM, () -> NOW, troubles::add);

    private void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, bytes.length);
    }

    @Test void writesAllLinesInTheirOrderBeforeItEnds() {
        List<String> lines = IntStream.range(0, 500).mapToObj(number -> "line " + number).toList();
        lines.forEach(this::say);
        output.close();
        assertEquals(lines, target.text().lines().toList());
    }

    @Test void writesALineAtOnce() {
        say("first");
        target.await("first\n");
        say("second");
        target.await("second\n");
        output.close();
    }

    /// Says lines until there is no room for the last one.
    private int sayTooMuch() {
        int said = 0;
        while (output.lost() == 0) {
            say("line " + said++);
        }
        return said;
    }

    @Test void goesOnAfterALineThatIsTooLong() {
        say("x".repeat(ROOM));
        target.await("1 line is missing here");
        say("afterwards");
        target.await("afterwards\n");
        output.close();
    }

    @Test void aShortLineDoesNotOvertakeTheNoticeOfLostOnes() {
        target.stall();
        say("x".repeat(ROOM));
        assertEquals(1, output.lost());
        say("short");
        assertEquals(2, output.lost());
        target.goOn();
        output.close();
        assertTrue(target.text().contains("2 lines are missing here"), target::text);
    }

    @Test void nobodyWaitsForAReader() {
        target.stall();
        int said = sayTooMuch();
        assertTrue(said > ROOM / 20, () -> "room for " + said);
        output.close(Duration.ZERO);
        target.goOn();
    }

    @Test void saysHowManyLinesAreMissingWhereTheyAre() {
        target.stall();
        int said = sayTooMuch();
        say("missing, too");
        target.goOn();
        target.await(" missing here");
        say("afterwards");
        output.close();
        List<String> lines = target.text().lines().toList();
        assertEquals("line " + (said - 2), lines.get(said - 2));
        String notice = lines.get(said - 1);
        assertTrue(notice.contains("\"level\":40,\"msg\":\"2 lines are missing here, "), notice);
        assertEquals(List.of("afterwards"), lines.subList(said, lines.size()));
        assertEquals(2, output.lost());
    }

    @Test void writesALineThatWasTornOnceMore() throws InterruptedException {
        String both = "one\ntwo\n";
        for (int written = 0; written < both.length(); written++) {
            Recorded disk = new Recorded();
            disk.failsAfter(written);
            LogOutput log = LogOutput.to(disk, ROOM, () -> NOW, troubles::add);
            log.write(both.getBytes(StandardCharsets.UTF_8), 0, both.length());
            troubles.take();
            disk.failsAfter(100);
            log.close();
            int line = both.lastIndexOf('\n', written - 1) + 1;
            String torn = both.substring(line, written);
            assertEquals(both.substring(0, line) + torn + (torn.isEmpty() ? "" : "\n") + both.substring(line),
                    disk.text());
        }
    }

    @Test void tellsOfAFailureOnceUntilItIsOver() throws InterruptedException {
        target.failsAfter(0);
        say("one");
        assertEquals("no space left", troubles.take().getMessage());
        output.close();
        assertEquals(List.of(), List.copyOf(troubles));
    }
}
