package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.columns.Texts;
import prisme.stats.Selection.Filter;

class FilterMatchTest {
    private static final List<String> PATHS =
            List.of("/", "/blog", "/blog/", "/blog/a", "/blog/é", "/blog/😀", "/blogs", "/z");

    private record ListedTexts(List<String> texts, boolean isSorted) implements Texts {
        @Override public int size() {
            return texts.size();
        }

        @Override public String text(int code) {
            return texts.get(code);
        }

        @Override public byte[] bytes(int code) {
            return text(code).getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/blog               | /blog",
        "/blog/*             | /blog/ /blog/a /blog/é /blog/😀",
        "/blog* !/blog/*     | /blog /blogs",
        "!/blog*             | / /z",
        "/blog/a /z          | /blog/a /z",
        "/nowhere            | ''",
        "/nowhere*           | ''",
        "!/nowhere           | / /blog /blog/ /blog/a /blog/é /blog/😀 /blogs /z",
        "*                   | / /blog /blog/ /blog/a /blog/é /blog/😀 /blogs /z",
        "!*                  | ''",
        "/z*                 | /z",
    })
    void passesWhatIsIncludedAndNotExcluded(String filters, String passing) {
        Set<String> expected = passing.isEmpty() ? Set.of() : Set.of(passing.split(" "));
        List<Filter> read = Arrays.stream(filters.split(" ")).map(FilterMatchTest::filter).toList();
        assertEquals(expected, passing(new ListedTexts(PATHS, true), read));
        assertEquals(expected, passing(new ListedTexts(PATHS.reversed(), false), read));
    }

    private static Filter filter(String text) {
        boolean excludes = text.startsWith("!");
        String pattern = excludes ? text.substring(1) : text;
        boolean isPrefix = pattern.endsWith("*");
        return new Filter(isPrefix ? pattern.substring(0, pattern.length() - 1) : pattern, isPrefix, excludes);
    }

    private static Set<String> passing(Texts texts, List<Filter> filters) {
        Bits codes = FilterMatch.codes(texts, filters);
        return IntStream.range(0, texts.size()).filter(codes::get).mapToObj(texts::text).collect(Collectors.toSet());
    }
}
