package prisme.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final List<String> WORDS = List.of("port", "host", "origins", "data.dir", "trust.proxy",
            "store.fsync", "proxy.request.id.header", "serve", "export", "import", "verify");

    @ParameterizedTest
    @CsvSource({"prot,port", "PORT,port", "por,port", "ports,port", "hst,host", "origin,origins", "data-dir,data.dir",
            "dataDir,data.dir", "trust_proxy,trust.proxy", "proxy-request-id-header,proxy.request.id.header",
            "fsync,store.fsync", "exprot,export", "improt,import", "server,serve", "verfiy,verify", "srv,serve"})
    void findsWhatWasMeant(String wrong, String right) {
        assertEquals(Optional.of(right), Spelling.nearest(wrong, WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "frobnicate", "zzzzzz", "ab"})
    void doesNotGuess(String wrong) {
        assertEquals(Optional.empty(), Spelling.nearest(wrong, WORDS));
    }

    @Test
    void twoLettersSwappedAreOneMistake() {
        assertEquals(Optional.of("baxy"), Spelling.nearest("abxy", List.of("cdxy", "baxy")));
    }

    @Test
    void asksOnlyWhenThereIsAnAnswer() {
        assertEquals("; did you mean port?", Spelling.question(Optional.of("port")));
        assertEquals("", Spelling.question(Optional.empty()));
    }
}
