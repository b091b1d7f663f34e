package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import prisme.columns.Corruption.Cost;

class DamageWordsTest {
    private static final Path FILE = Path.of("events-00000001.columns");

    @Test void whatWasRestoredIsNotSaidToBeLeftOut() {
        assertEquals("nothing is left out: events-00000001.columns, bytes 1 to 9: a block was restored",
                new Damage(FILE, 1, 9, Cost.NOTHING, "a block was restored").toReaders());
        assertEquals("left out: events-00000001.columns, bytes 1 to 9: no record",
                new Damage(FILE, 1, 9, "no record").toReaders());
    }
}
