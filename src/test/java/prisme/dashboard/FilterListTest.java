package prisme.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.stats.Selection.Filter;

class FilterListTest {
    /// A filter in one word: `not` in front of one that excludes, `..` behind a prefix.
    private static String word(Filter filter) {
        return (filter.excludes() ? "not " : "") + "<" + filter.text() + ">" + (filter.isPrefix() ? ".." : "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DE              | <DE>
            DE,FR           | <DE> <FR>
            /blog/*,/news   | </blog/>.. </news>
            !DE             | not <DE>
            !/blog/*        | not </blog/>..
            ""              | <>
            ,               | <> <>
            google,         | <google> <>
            !               | not <>
            *               | <>..
            !*              | not <>..
            !!a             | not <!a>
            a!b             | <a!b>
            a*b             | <a*b>
            a**             | <a*>..
            /*,/a           | </>.. </a>
            *a              | <*a>
            a\\,b           | <a,b>
            a\\,b,c         | <a,b> <c>
            \\!a            | <!a>
            !\\!a           | not <!a>
            a\\*            | <a*>
            a\\**           | <a*>..
            a\\\\*          | <a\\>..
            a\\\\,b         | <a\\> <b>
            a\\b            | <a\\b>
            a\\             | <a\\>
            " a "           | < a >
            """)
    void readsPatterns(String list, String words) {
        assertEquals(words, String.join(" ", FilterList.parse(list).stream().map(FilterListTest::word).toList()));
    }

    @ParameterizedTest
    @CsvSource({"/a", "'a,b'", "!x", "x*", "'\\'", "'a\\,b'", "''", "'!*,'"})
    void readsEveryValueThatIsWrittenWithBackslashes(String value) {
        String escaped = value.replaceAll("[\\\\,!*]", "\\\\$0");
        assertEquals(List.of(new Filter(value, false, false)), FilterList.parse(escaped));
    }
}
