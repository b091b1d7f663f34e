package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientHintsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"\"macOS\",macOS", "\"Windows\",Windows", "\"Android\",Android",
        "\"Chrome OS\",Chrome OS", "\"Chromium OS\",Chrome OS", "\"Linux\",Linux", "\"iOS\",iOS",
        "'  \"Linux\" ',Linux", "'\"Linux\";v=1',Linux"})
    void namesTheSystem(String platform, String system) {
        assertEquals(Optional.of(system), new ClientHints(platform, "").system());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Linux", "\"Linux", "Linux\"", "\"Unknown\"", "\"\"", "\"linux\"", "\"Li\\nux\"",
        "\"Linux\" x", "?1", "\"Lin\u00fcx\"", "\"\\"})
    void saysNothingWhenThePlatformIsUnknownOrMalformed(String platform) {
        assertEquals(Optional.empty(), new ClientHints(platform, "").system());
    }

    @Test
    void readsEscapesOfAModel() {
        assertEquals(Optional.of("a \"b\\"), new ClientHints("", "\"a \\\"b\\\\\"").deviceModel());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\" \"", "\"K\"", "SM-S938B", "\"tab\there\""})
    void saysNothingWhenTheModelIsAPlaceholderOrMalformed(String model) {
        assertEquals(Optional.empty(), new ClientHints("", model).deviceModel());
    }
}
