package prisme.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PunycodeTest {
    /// Samples of RFC 3492, section 7.1.
    @ParameterizedTest
    @CsvSource({"ليهمابتكلموشعربي؟, egbpdaj6bu4bxfgehfvwxn", "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
            "Pročprostěnemluvíčesky, Proprostnemluvesky-uyb24dma41a",
            "למההםפשוטלאמדבריםעברית, 4dbcagdahymbxekheh6e0a7fei0b",
            "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
            "TạisaohọkhôngthểchỉnóitiếngViệt, TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g",
            "3年B組金八先生, 3B-ww4c5e180e575a65lsy2b",
            "安室奈美恵-with-SUPER-MONKEYS, -with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n",
            "MajiでKoiする5秒前, MajiKoi5-783gue6qz075azm5e", "パフィーdeルンバ, de-jg4avhby1noc0d",
            "そのスピードで, d9juau41awczczp", "-> $1.00 <-, -> $1.00 <--", "😀😀, e28ha"})
    void writesAsTheStandardDoes(String text, String encoded) {
        assertEquals(encoded, Punycode.encoded(text));
    }
}
