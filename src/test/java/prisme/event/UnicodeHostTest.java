package prisme.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is expected is what browsers make of these names, by `new URL(…).hostname`.
class UnicodeHostTest {
    @ParameterizedTest
    @CsvSource({"bücher.example,xn--bcher-kva.example", "BÜCHER.example,xn--bcher-kva.example",
            "faß.de,xn--fa-hia.de", "βόλος.com,xn--nxasmm1c.com", "ΣΊΣΥΦΟΣ.gr,xn--kxa6akbbkh.gr",
            "نامه\u200cای.com,xn--mgba3gch31f060k.com", "💩.la,xn--ls8h.la", "Აა.ge,xn--loda.ge",
            "ᏣᎳᎩ.example,xn--f9dt7l.example", "ı.example,xn--cfa.example", "ᾂ.example,xn--uxa380l.example",
            "İstanbul.example,xn--istanbul-o0e.example", "a.b.ü,a.b.xn--tda", "ü.,xn--tda."})
    void writesLettersAsBrowsersDo(String name, String ascii) {
        assertEquals(Optional.of(ascii), UnicodeHost.ascii(name));
    }

    @ParameterizedTest
    @CsvSource({"ｅｘ．example,ex.example", "a。b｡c,a.b.c", "soft\u00adhyphen.example,softhyphen.example",
            "zero\u200bwidth,zerowidth", "ﬁ.example,fi.example", "㎆.example,mb.example", "u\u0308,xn--tda"})
    void takesOtherSpellingsOfALetterForIt(String name, String ascii) {
        assertEquals(Optional.of(ascii), UnicodeHost.ascii(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü\u0000", "ü\u00a0ü", "ü\u3000", "\u202eü", "ü\ud800", "\u0301ü", "a.\u0301ü", "ü\ue000",
            "ü\u2028", "ü\u0378"})
    void refusesWhatNoHostHas(String name) {
        assertTrue(UnicodeHost.ascii(name).isEmpty());
    }
}
