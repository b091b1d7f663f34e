package prisme.dashboard;

import java.util.ArrayList;
import java.util.List;
import prisme.stats.Selection.Filter;

/// Reads patterns separated by commas: `/blog/*,/news` or `!DE`. A `!` at the beginning excludes, a `*` at the end
/// stands for anything. A backslash before a comma, `!`, `*` or another backslash makes that an ordinary character, so
/// that every value can be written; before anything else it is an ordinary character itself.
/* The list is split after decoding, since most programs encode its commas too. */
final class FilterList {
    private static final char ESCAPE = '\\';
    private static final String ESCAPED = "\\,!*";

    private final String list;
    private final List<Filter> filters = new ArrayList<>();
    private int at;

    private FilterList(String list) {
        this.list = list;
    }

    /// The filters of a list. There is at least one, as an empty text is the filter for the empty value.
    static List<Filter> parse(String list) {
        FilterList reader = new FilterList(list);
        reader.filter();
        while (reader.at < list.length()) {
            reader.at++;
            reader.filter();
        }
        return reader.filters;
    }

    /// Reads up to the next comma, or the end.
    private void filter() {
        boolean excludes = list.startsWith("!", at);
        at += excludes ? 1 : 0;
        StringBuilder text = new StringBuilder();
        boolean isPrefix = false;
        while (at < list.length() && list.charAt(at) != ',') {
            isPrefix = list.charAt(at) == '*' && isLast(at);
            at += isEscape(at) ? 1 : 0;
            text.append(list.charAt(at++));
        }
        text.setLength(text.length() - (isPrefix ? 1 : 0));
        filters.add(new Filter(text.toString(), isPrefix, excludes));
    }

    private boolean isLast(int place) {
        return place + 1 == list.length() || list.charAt(place + 1) == ',';
    }

    private boolean isEscape(int place) {
        return list.charAt(place) == ESCAPE && place + 1 < list.length()
                && ESCAPED.indexOf(list.charAt(place + 1)) >= 0;
    }
}
