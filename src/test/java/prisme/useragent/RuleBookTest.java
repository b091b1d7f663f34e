package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final List<String> RULES = List.of(
        "both = one & two", "= three & !four", "first = one", "second = two");

    @Test
    void answersWithTheFirstRuleThatHolds() {
        assertEquals("both", answer("two one"));
        assertEquals("first", answer("one"));
        assertEquals("second", answer("two"));
    }

    @Test
    void knowsFurtherWaysToTheSameAnswer() {
        assertEquals("both", answer("three"));
        assertEquals("none", answer("three four"));
    }

    @Test
    void answersOtherwiseWhenNoRuleHolds() {
        assertEquals("none", answer("five"));
    }

    @Test
    void refusesALineThatIsNoRule() {
        assertThrows(IllegalArgumentException.class, () -> book("no rule", new Phrases.Collector()));
        assertThrows(IllegalArgumentException.class, () -> book("nothing required = !one", new Phrases.Collector()));
        assertThrows(IllegalArgumentException.class, () -> book("joined = one &!two", new Phrases.Collector()));
    }

    private static RuleBook book(String line, Phrases.Collector collector) {
        return new RuleBook(List.of(line), collector);
    }

    private static String answer(String text) {
        Phrases.Collector collector = new Phrases.Collector();
        RuleBook book = new RuleBook(RULES, collector);
        Phrases phrases = collector.collected();
        FoundPhrases found = new FoundPhrases(phrases.count());
        phrases.findIn(text, found);
        return book.answer(found, "none");
    }
}
