package prisme.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberNamesTest {
    private final MemberNames names = new MemberNames();

    private String name(String name) {
        byte[] bytes = ("{\"" + name).getBytes(StandardCharsets.UTF_8);
        return names.of(bytes, 2, bytes.length - 2);
    }

    @Test void aNameThatWasMetIsTheSameString() {
        assertSame(name("utm_source"), name("utm_source"));
    }

    @ParameterizedTest @ValueSource(strings = {"", "ü", "ab", "\u00c3\u00bc", "日本", "😀", "a\u0000b"})
    void everyNameIsItself(String name) {
        assertEquals(name, name(name));
        assertEquals(name, name(name));
    }

    @Test void namesThatShareASlotAreNotConfused() {
        for (String name : new String[] {"axb", "ayb", "axb", "azb", "ayb"}) {
            assertEquals(name, name(name));
        }
    }

    @Test void anyNumberOfNamesOfAnyLength() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            String name = Integer.toString(random.nextInt(500), 2).repeat(random.nextInt(9));
            assertEquals(name, name(name));
        }
    }

    @Test void objectsThatAreAlikeShareTheirNames() throws JsonException {
        byte[] document = "{\"a\":1,\"b\\n\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        String first = JsonObject.parse(document, 1, names).names().iterator().next();
        assertSame(first, JsonObject.parse(document, 1, names).names().iterator().next());
        assertEquals("x", JsonObject.parse(document, 1, names).string("b\n"));
    }
}
