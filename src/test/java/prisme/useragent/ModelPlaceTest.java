package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPlaceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "Android 14; SM-S938B) x | SM-S938B | '' ", "Android 4.0; de-ch; HTC One Build/IML74K) x | HTC One | IML74K",
        "Android 9; Moto G (5) Plus) x | Moto G (5) Plus | ''", "Android 9; zh-Hans-CN; X Build/Y; wv) | X | Y",
        "Android 9; U; Build/Y) | '' | Y", "Android 9) x; y | '' | ''", "Android 9; X | X | ''",
        "Android 9;;; X; z) | X | ''", "Android 9; -ch; X) | X | ''",
        "Android 9; X; wv; Z Build/Y) | X | Y"})
    void findsTheModelBehindTheSystem(String text, String model, String build) {
        ModelPlace place = ModelPlace.behind(text, 0);
        assertEquals(model.replace("'", ""), place.model());
        assertEquals(build.replace("'", "").strip(), place.text().substring(place.build(), place.buildEnd()));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"de, true", "de-ch, true", "zh_CN, true", "zh-Hans-CN, true", "-ch, true",
        "DE, false", "d, false", "de-1, false", "de-chde, false", "e1, false"})
    void passesOverALanguage(String part, boolean language) {
        ModelPlace place = ModelPlace.behind("Android 9; " + part + "; X)", 0);
        assertEquals(language ? "X" : part, place.model());
        assertEquals(language, place.language());
    }

    @Test
    void readsTheRestOfTheDescriptionToo() {
        ModelPlace place = ModelPlace.behind("Android 9; moto g; wv Build/1 ) x", 0);
        assertEquals("g; wv Build/1", place.whollyFrom(place.from() + "moto ".length()));
    }
}
