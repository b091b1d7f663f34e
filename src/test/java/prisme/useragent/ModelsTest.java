package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
    private static final Models MODELS = new Models(List.of("Signed / sign", "Brand : B-##*, ~brand%|*", "Plain :: P_*",
        "A name = N1, N2", ": Maker |*", "Built : Z#/", "Closed : Y#)", "Letters : @@-#"));

    @ParameterizedTest
    @CsvSource({"B-12x, Brand B-12x", "BRAND_x, Brand x", "brand x, Brand x", "P_a_b, Plain P a b",
        "P_a 1.2.3, Plain P a", "P_a/1, Plain P a", "N2, A name", "Maker X, X", "Y1, Closed Y1", "xy-1, Letters xy-1"})
    void namesAModelByTheFirstPatternItFits(String model, String name) {
        assertEquals(name, MODELS.name(ModelPlace.alone(model)));
    }

    @ParameterizedTest
    @CsvSource({"B-1", "N3", "Z1", "Maker", "x", "\u00e91", "N\u00e9"})
    void knowsNothingOfOthers(String model) {
        assertEquals(Models.UNKNOWN, MODELS.name(ModelPlace.alone(model)));
    }

    @Test
    void looksAtTheBuildWhereATableAsksForIt() {
        assertEquals("Built Z1", MODELS.name(built("Z1", "X")));
        assertEquals(Models.UNKNOWN, MODELS.name(built("Y1", "X")));
        assertEquals("Signed Y1", MODELS.name(built("Y1", "SIGNY1")));
    }

    @Test
    void refusesALineThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Models(List.of("nothing of the kind")));
    }

    private static ModelPlace built(String model, String build) {
        return ModelPlace.behind("Android 9; " + model + " Build/" + build + ")", 0);
    }
}
