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
            byte[] wanted = filter.text().getBytes(StandardCharsets.UTF_8);
            if (texts.isSorted()) {
                match.search(wanted, filter.isPrefix());
            } else {
                match.tryAll(wanted, filter.isPrefix());
            }
        }
        return match.matching;
    }

    private void tryAll(byte[] wanted, boolean isPrefix) {
        for (int code = 0; code < texts.size(); code++) {
            if (matches(texts.bytes(code), wanted, isPrefix)) {
                matching.set(code);
            }
        }
    }

    private void search(byte[] wanted, boolean isPrefix) {
        int from = firstWhere(wanted, 0, Order.NOT_BEFORE);
        int to = firstWhere(wanted, from, isPrefix ? Order.BEHIND_PREFIX : Order.BEHIND);
        matching.setAll(from, to);
    }

    private enum Order { NOT_BEFORE, BEHIND, BEHIND_PREFIX }

    /// The first code from `from` on whose text is in this order to what is wanted; so are all behind it.
    private int firstWhere(byte[] wanted, int from, Order order) {
        int low = from;
        int high = texts.size();
        while (low < high) {
            int middle = low + high >>> 1;
            byte[] text = texts.bytes(middle);
            int compared = Arrays.compareUnsigned(text, wanted);
            boolean isSo = switch (order) {
                case NOT_BEFORE -> compared >= 0;
                case BEHIND -> compared > 0;
                case BEHIND_PREFIX -> compared > 0 && !matches(text, wanted, true);
            };
            if (isSo) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean matches(byte[] text, byte[] wanted, boolean isPrefix) {
        return isPrefix ? text.length >= wanted.length
                && Arrays.equals(text, 0, wanted.length, wanted, 0, wanted.length) : Arrays.equals(text, wanted);
    }
}
