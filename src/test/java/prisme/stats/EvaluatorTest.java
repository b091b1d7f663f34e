package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import prisme.columns.Part;
import prisme.columns.PartBuilder;
import prisme.event.Event;
import prisme.event.EveryKind;

/// Compares the engine with [ReferenceStatistics] on random histories, cut anywhere into parts.
class EvaluatorTest {
    private static final int HISTORIES = Integer.getInteger("prisme.stats.histories", 300);

    @Test void answersAsTheReferenceDoes() {
        long seed = Long.getLong("prisme.stats.seed", 1);
        for (long i = seed; i < seed + HISTORIES; i++) {
            compare(i);
        }
    }

    @Test void asksOfEventsOfEveryKind() {
        List<Event> events = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            events.addAll(RandomHistory.events(new Random(seed)));
        }
        EveryKind.requireIn(events, "RandomHistory");
    }

    private static void compare(long seed) {
        Random random = new Random(seed);
        List<Event> events = RandomHistory.events(random);
        int sealed = events.isEmpty() ? 0 : random.nextInt(events.size() + 1);
        Inventory inventory = new Inventory(sealed(random, events.subList(0, sealed)), Allowance.ofThisProcess(),
                random.nextBoolean() ? 0 : Long.MAX_VALUE);
        Growth growth = new Growth(inventory);
        int seen = sealed;
        do {
            int next = random.nextInt(3) == 0 ? events.size() : random.nextInt(seen, events.size() + 1);
            growth.add(random, events.subList(seen, next));
            seen = next;
            ask(seed, random, inventory, events.subList(0, seen));
        } while (seen < events.size());
    }

    private static void ask(long seed, Random random, Inventory inventory, List<Event> events) {
        RandomQuestions source = new RandomQuestions(random, events);
        for (int i = 0; i < 3; i++) {
            Selection selection = source.selection();
            List<Question> questions = source.questions(selection);
            List<Answer> expected = new ReferenceStatistics(events).answer(selection, questions);
            List<Answer> actual = new Evaluator(inventory, Workers.alone()).answer(selection, questions);
            for (int q = 0; q < questions.size(); q++) {
                Question question = questions.get(q);
                assertEquals(expected.get(q), actual.get(q), () -> "-Dprisme.stats.seed=" + seed + " "
                        + question + " of " + selection);
            }
        }
    }

    private static List<Part> sealed(Random random, List<Event> events) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = random.nextInt(4) == 0 ? events.size() : random.nextInt(from, events.size()) + 1;
            PartBuilder part = new PartBuilder(parts.size());
            for (int i = from; i < to; i++) {
                part.add(i + 1, events.get(i));
            }
            parts.add(random.nextInt(5) == 0 ? part : new SortedPart(part));
            from = to;
        }
        return parts;
    }

    /// The parts that grow, of which new ones begin at times.
    private static final class Growth {
        private final Inventory inventory;
        private final List<PartBuilder> growing = new ArrayList<>();
        private long sequence = 1_000_000;

        Growth(Inventory inventory) {
            this.inventory = inventory;
        }

        void add(Random random, List<Event> events) {
            for (Event event : events) {
                if (growing.isEmpty() || random.nextInt(10) == 0) {
                    growing.add(new PartBuilder(1000 + growing.size()));
                }
                growing.getLast().add(sequence++, event);
            }
            inventory.follow(growing);
        }
    }
}
