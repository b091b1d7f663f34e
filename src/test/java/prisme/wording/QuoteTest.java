package prisme.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
    @Test
    void showsWhatPrints() {
        assertEquals("'a bü\uD83D\uDE00'", Quote.of("a bü\uD83D\uDE00"));
        assertEquals("''", Quote.of(""));
    }

    @ParameterizedTest
    @CsvSource({"1B,\\u001B", "0A,\\n", "0D,\\r", "09,\\t", "00,\\u0000", "7F,\\u007F", "9B,\\u009B", "202E,\\u202E",
            "D800,\\uD800", "2028,\\u2028"})
    void escapesWhatWouldActOnATerminal(String hex, String shown) {
        assertEquals("'a" + shown + "'", Quote.of("a" + (char) Integer.parseInt(hex, 16)));
    }

    @Test
    void cutsWhatIsLong() {
        assertEquals("'" + "x".repeat(200) + "'", Quote.of("x".repeat(200)));
        assertEquals("'" + "x".repeat(200) + "…'", Quote.of("x".repeat(201)));
    }

    @Test
    void showsNoSecretOfAWord() {
        assertEquals("'port=80'", Quote.word("port=80"));
        assertEquals("'--api.token'", Quote.word("--api.token"));
        assertEquals("'dashboard.password=…'", Quote.word("dashboard.password=hunter2"));
        assertEquals("'--dashboard.password:…'", Quote.word("--dashboard.password:hunter2=x"));
        assertEquals("'a=b token …'", Quote.word("a=b token hunter2"));
    }

    @Test
    void showsNoSecret() {
        assertEquals("'x'", Quote.value("log.level", "x"));
        for (String name : List.of("dashboard.password", "api.token", "dashboard.password hunter2", "API.TOKEN")) {
            assertEquals("a secret that is not shown", Quote.value(name, "hunter2"), name);
        }
    }
}
