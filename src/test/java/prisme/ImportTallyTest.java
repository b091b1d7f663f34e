package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

class ImportTallyTest {
    private static final Event EVENT = new Event.Pageview(Instant.EPOCH, new Visit(new UUID(0x7000, 1L << 63),
            "example.com", "/", "direct", "XX", Client.UNKNOWN, Campaign.NONE), "v", "/", 200, 1);

    private final List<Event> taken = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private final ImportTally tally = new ImportTally(taken::addAll, told::add);

    @Test void saysHowManyAreStoredWhenTheProcessEnds() throws IOException {
        tally.accept(List.of(EVENT, EVENT));
        tally.accept(List.of(EVENT));
        tally.run();
        assertEquals(List.of(3L), told);
    }

    @Test void storesNothingBehindTheLastWord() {
        tally.run();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> tally.accept(List.of(EVENT)));
        assertEquals(List.of(), taken);
    }

    @Test void saysNothingWhenAllIsRead() throws IOException {
        tally.accept(List.of(EVENT));
        assertEquals(1, tally.end());
        tally.run();
        assertTrue(told.isEmpty());
    }

    @Test void countsNothingThatIsNotStored() {
        ImportTally full = new ImportTally(_ -> {
            throw new IOException("full");
        }, told::add);
        assertThrows(IOException.class, () -> full.accept(List.of(EVENT)));
        assertEquals(0, full.stored());
    }
}
