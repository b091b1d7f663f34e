package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.columns.Part;
import prisme.columns.PartBuilder;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

class SameVisitorsTest {
    @ParameterizedTest @ValueSource(longs = {1, 2, 1000})
    void numbersWhoeverIsInSeveralPartsByTheFirst(long most) {
        List<Part> parts = List.of(part("a", "b", "c"), part("d", "b"), part(), part("c", "d", "e", "a"));
        List<Numbering.Fixed> numberings = SameVisitors.numberings(parts, new int[] {0, 64, 128, 128, 192},
                Allowance.ofThisProcess(), most);
        assertEquals(List.of(List.of(0, 1, 2), List.of(64, 1), List.of(), List.of(2, 64, 130, 0)),
                IntStream.range(0, 4).mapToObj(i -> numbers(parts.get(i), numberings.get(i))).toList());
    }

    private static List<Integer> numbers(Part part, Numbering numbering) {
        return IntStream.range(0, part.visitors()).mapToObj(numbering::number).toList();
    }

    private static Part part(String... visitors) {
        Visit visit = new Visit(new UUID(0, 0), "example.com", "/", "direct", "XX", Client.UNKNOWN, Campaign.NONE);
        PartBuilder part = new PartBuilder(0);
        Stream.of(visitors).forEach(visitor ->
                part.add(part.events(), new Event.Pageview(Instant.EPOCH, visit, visitor, "/", 200, 1)));
        return part;
    }
}
