package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test void writesAFamilyAndItsSamples() {
        String text = Exposed.text(out -> out.family("a_total", Exposition.Type.COUNTER, "How many.")
                .sample("a_total", Map.of("path", "/x/:name"), 3)
                .sample("a_total", Map.of(), 0.25));
        assertEquals("""
                # HELP a_total How many.
                # TYPE a_total counter
                a_total{path="/x/:name"} 3
                a_total 0.25
                """, text);
    }

    @Test void escapesWhatCouldEndALabel() {
        assertEquals("a{b=\"\\\"\\\\\\n\"} 1\n",
                Exposed.text(out -> out.sample("a", Map.of("b", "\"\\\n"), 1)));
    }

    @Test void hasWordsForWhatIsNoNumber() {
        assertEquals("a NaN\na +Inf\na -Inf\n", Exposed.text(out -> out.sample("a", Map.of(), Double.NaN)
                .sample("a", Map.of(), Double.POSITIVE_INFINITY).sample("a", Map.of(), Double.NEGATIVE_INFINITY)));
    }
}
