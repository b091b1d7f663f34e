package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.http.Query.Parameter;

class QueryTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            v=a+b            | a b
            v=a%20b          | a b
            v=a%2Bb          | a+b
            v=a%2bb          | a+b
            v=%E2%82%AC      | €
            v=\u00e2\u0082\u00ac | €
            v=\u00e9         | %E9
            v=%e9            | %E9
            v=a%e2%82b%ac%c0%af | a%E2%82b%AC%C0%AF
            v=%ff%fe         | %FF%FE
            v=100%           | 100%
            v=100%zz         | 100%zz
            v=%4             | %4
            v=%+1            | % 1
            v=a=b            | a=b
            v=%26%3D         | &=
            %76=a            | a
            &&v=a&&          | a
            w=1&v=2&v=3      | 2
            v=a;w=b          | a;w=b
            """)
    void decodesAsForms(String raw, String value) {
        assertEquals(Optional.of(value), Query.parse(raw).first("v"));
    }

    @Test
    void keepsNamesWithoutValues() {
        assertEquals(List.of(new Parameter("a", ""), new Parameter("b", ""), new Parameter("", "c")),
                Query.parse("a&b=&=c").parameters());
    }

    @Test
    void knowsNothingOfWhatWasNotSent() {
        assertEquals(Optional.empty(), Query.parse("V=1&vv=2").first("v"));
        assertSame(Query.none(), Request.of(Method.GET, "/path").query());
        assertSame(Query.none(), Request.of(Method.GET, "/path?").query());
    }

    @Test
    void keepsTheOrderOfOneName() {
        assertEquals(List.of(new Parameter("v", "1"), new Parameter("w", "2"), new Parameter("v", "3")),
                Request.of(Method.GET, "/path?v=1&w=2&v=3").query().parameters());
    }
}
