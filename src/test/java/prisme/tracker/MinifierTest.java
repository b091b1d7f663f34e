package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinifierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            if (x > 1) { f( [1, 2] ); }         ~ if(x>1){f([1,2])}
            let x = y ? "a" : "b";              ~ let x=y?"a":"b";
            "manual" in x                       ~ "manual"in x
            return x;                           ~ return x;
            x ||= {...y};                       ~ x||={...y};
            f("https://example.com/*");         ~ f("https://example.com/*");
            /^a \\S/.test(x)                    ~ /^a \\S/.test(x)
            """)
    void leavesOutSpacesBesideMarks(String source, String minified) {
        assertEquals(minified, Minifier.minified(source));
    }

    @Test void leavesOutCommentsIndentationAndLineEndings() {
        assertEquals("one();two(3)", Minifier.minified("""
                // first
                one();

                    // second
                two(
                    3
                )
                """));
    }

    @Test void keepsALineEndWhereNoMarkStands() {
        assertEquals("one\ntwo", Minifier.minified("one\n  two"));
    }

    @Test void givesEachNameALetterOfItsOwnThroughout() {
        String minified = Minifier.minified("let $here = $there => $here + $there + $hereAfter + here;");
        String[] letters = minified.replaceAll("let (\\w)=(\\w)=>\\1\\+\\2\\+(\\w)\\+here;", "$1,$2,$3").split(",");
        assertEquals(3, Set.of(letters).size());
    }

    @Test void refusesMoreNamesThanThereAreLetters() {
        assertEquals(52, Minifier.minified(names(52)).chars().filter(Character::isLetter).distinct().count());
        assertThrows(IllegalArgumentException.class, () -> Minifier.minified(names(53)));
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "$name" + i).collect(Collectors.joining(";"));
    }
}
