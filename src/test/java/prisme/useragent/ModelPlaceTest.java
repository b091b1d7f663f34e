package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPlaceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "Android 14; SM-S938B) x | SM-S938B | '' ", "Android 4.0; de-ch; HTC One Build/IML74K) x | HTC One | IML74K",
        "Android 9; Moto G (5) Plus) x | Moto G (5) Plus | ''", "Android 9; zh-Hans-CN; X Build/Y; wv) | X | Y",
        "Android 9; U; Build/Y) | '' | Y", "Android 9) x; y | '' | ''", "Android 9; X | X | ''",
        "Android 9;;; X; z) | X | ''"})
    void findsTheModelBehindTheSystem(String text, String model, String build) {
        ModelPlace place = ModelPlace.behind(text, 0);
        assertEquals(model.replace("'", ""), place.model());
        assertEquals(build.replace("'", "").strip(), place.build());
    }
}
