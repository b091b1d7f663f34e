package prisme.stats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import prisme.columns.Texts;
import prisme.stats.Selection.Filter;

/// Which texts of a part pass the filters of a dimension: those that no excluding filter matches and, where there are
/// including filters, at least one of them does.
final class FilterMatch {
    private final Texts texts;
    private final Bits matching;

    private FilterMatch(Texts texts) {
        this.texts = texts;
        this.matching = new Bits(texts.size());
    }

    /// The codes that pass.
    static Bits codes(Texts texts, List<Filter> filters) {
        List<Filter> including = filters.stream().filter(filter -> !filter.excludes()).toList();
        List<Filter> excluding = filters.stream().filter(Filter::excludes).toList();
        Bits passing = new Bits(texts.size());
        if (including.isEmpty()) {
            passing.setAll(0, texts.size());
        } else {
            passing = matching(texts, including);
        }
        Bits excluded = matching(texts, excluding);
        for (int i = 0; i < passing.words.length; i++) {
            passing.words[i] &= ~excluded.words[i];
        }
        return passing;
    }

    private static Bits matching(Texts texts, List<Filter> filters) {
        FilterMatch match = new FilterMatch(texts);
        for (Filter filter : filters) {
            Pattern pattern = new Pattern(filter.text().getBytes(StandardCharsets.UTF_8), filter.isPrefix());
            if (texts.isSorted()) {
                match.search(pattern);
            } else {
                match.tryAll(pattern);
            }
        }
        return match.matching;
    }

    /// What a filter wants of a text, which may be whole or only a prefix.
    private record Pattern(byte[] bytes, boolean isPrefix) {
        boolean matches(byte[] text) {
            int compared = isPrefix ? Math.min(text.length, bytes.length) : text.length;
            return Arrays.equals(text, 0, compared, bytes, 0, bytes.length);
        }
    }

    private void tryAll(Pattern pattern) {
        for (int code = 0; code < texts.size(); code++) {
            if (pattern.matches(texts.bytes(code))) {
                matching.set(code);
            }
        }
    }

    private void search(Pattern pattern) {
        int from = firstWhere(pattern, 0, Order.NOT_BEFORE);
        int to = firstWhere(pattern, from, Order.BEHIND_ALL_MATCHES);
        matching.setAll(from, to);
    }

    private enum Order { NOT_BEFORE, BEHIND_ALL_MATCHES }

    /// The first code from `from` on whose text is in this order to the pattern; so are all behind it.
    private int firstWhere(Pattern pattern, int from, Order order) {
        int low = from;
        int high = texts.size();
        while (low < high) {
            int middle = low + high >>> 1;
            byte[] text = texts.bytes(middle);
            int compared = Arrays.compareUnsigned(text, pattern.bytes());
            boolean isSo = switch (order) {
                case NOT_BEFORE -> compared >= 0;
                case BEHIND_ALL_MATCHES -> compared > 0 && !pattern.matches(text);
            };
            if (isSo) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
