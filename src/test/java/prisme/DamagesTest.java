package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import prisme.http.LogLines;
import prisme.store.Damage;

class DamagesTest {
    private static final Damage DAMAGE = new Damage(Path.of("events-00000001.log"), 32, 90, "one record is unreadable");

    private final Damages damages = new Damages();

    @Test void logsAndCountsEachThatIsTold() {
        try (LogLines log = new LogLines("prisme")) {
            damages.accept(DAMAGE);
            damages.accept(DAMAGE);
            assertEquals(2, damages.count());
            String line = "damage in the store; left out: " + DAMAGE;
            assertEquals(List.of(line, line), log.all());
        }
    }

    @Test void logsNoneTwice() {
        try (LogLines log = new LogLines("prisme")) {
            damages.count(DAMAGE);
            assertEquals(1, damages.count());
            assertEquals(List.of(), log.all());
        }
    }
}
