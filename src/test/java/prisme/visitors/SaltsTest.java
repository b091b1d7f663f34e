package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import prisme.http.LogLines;

class SaltsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Salts salts = new Salts(Duration.ofDays(1), Salts.nowhere());

    @Test void keepsOneSaltThroughTheDay() {
        DailySalt salt = salts.at(NOON).getFirst();
        assertSame(salt, salts.at(Instant.parse("2026-03-01T00:00:00Z")).getFirst());
        assertSame(salt, salts.at(Instant.parse("2026-03-01T23:59:59.999Z")).getFirst());
    }

    @Test void putsTheDaysOwnSaltFirst() {
        salts.at(NOON);
        assertEquals(List.of(1L, 0L), daysAt("2026-03-02T12:00:00Z"));
    }

    @Test void forgetsASaltOnceNoSessionCanNeedIt() {
        salts.at(NOON);
        salts.at(Instant.parse("2026-03-02T12:00:00Z"));
        assertEquals(List.of(2L, 1L, 0L), daysAt("2026-03-03T00:00:00Z"));
        assertEquals(List.of(2L, 1L), daysAt("2026-03-03T00:00:00.001Z"));
    }

    @Test void looksUnderLaterSaltsLastWhenTheClockIsSetBack() {
        salts.at(Instant.parse("2026-03-03T12:00:00Z"));
        salts.at(Instant.parse("2026-03-02T12:00:00Z"));
        assertEquals(List.of(0L, 2L, 1L), daysAt("2026-03-01T12:00:00Z"));
    }

    @Test void tellsOnceThatTheyCannotBeKept() {
        AtomicReference<String> trouble = new AtomicReference<>("full");
        Salts kept = new Salts(Duration.ofDays(1), new Salts.Storage() {
            @Override public List<DailySalt> load() {
                return List.of();
            }

            @Override public void keep(List<DailySalt> salts) throws IOException {
                if (!trouble.get().isEmpty()) {
                    throw new IOException(trouble.get());
                }
            }
        });
        try (LogLines log = new LogLines("prisme.visitors")) {
            kept.tend(NOON);
            kept.tend(NOON.plusSeconds(1));
            assertEquals(1, log.all().size());
            trouble.set("read-only");
            kept.tend(NOON.plusSeconds(2));
            assertEquals(2, log.all().size());
            trouble.set("");
            kept.tend(NOON.plusSeconds(3));
            trouble.set("read-only");
            kept.tend(NOON.plus(Duration.ofDays(1)));
            assertEquals(3, log.all().size(), log.all()::toString);
        }
    }

    /// The days of the salts in use, counted from 2026-03-01.
    private List<Long> daysAt(String time) {
        long first = NOON.getEpochSecond() / 86_400;
        return salts.at(Instant.parse(time)).stream().map(salt -> salt.day() - first).toList();
    }
}
