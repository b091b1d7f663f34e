package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.columns.PartBuilder;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

class PropertiesTallyTest {
    private static final Visit VISIT =
            new Visit(new UUID(0, 0), "example.com", "/", "direct", "XX", Client.UNKNOWN, Campaign.NONE);

    @ParameterizedTest @ValueSource(longs = {1_000_000, 5_000, 200, 0})
    void countsAllValuesHoweverFewItMayHoldAtOnce(long room) {
        PartBuilder part = new PartBuilder(1);
        part.add(1, new Event.Pageview(Instant.EPOCH, VISIT, "joe", "/", 200, 1));
        for (int i = 0; i < 300; i++) {
            int value = i < 270 ? i : 42 + i % 3;
            part.add(i + 2, new Event.Custom(Instant.EPOCH, VISIT, "joe", "/", "search", "{\"n\":" + value + "}"));
        }
        assertEquals(new Answer.Top(List.of("42", "43", "44", "0"), List.of(11L, 11L, 11L, 1L)), answer(part, room));
    }

    private static Answer answer(PartBuilder part, long room) {
        Inventory inventory = new Inventory(List.of(), new Allowance(0));
        inventory.follow(List.of(part));
        Tally tally = PropertiesTally.of(new Question.TopValues("search", "n", 4), room);
        Selection always = new Selection(0, 0, Map.of());
        NumberedPart numbered = inventory.parts().getFirst();
        EventChunk chunk = new EventChunk(numbered, inventory.records(), always);
        chunk.move(0);
        tally.sheet(numbered).events(chunk);
        return tally.answer();
    }
}
