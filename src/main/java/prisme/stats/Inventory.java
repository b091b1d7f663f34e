package prisme.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import prisme.columns.Part;
import prisme.columns.SessionColumn;

/// All parts there are, with the numbers that rows of sessions and visitors have across them: first the parts that do
/// not change, then those that grow.
final class Inventory {
    private static final long VOCABULARIES_SHARE = 8;
    private static final int LAST = Integer.MAX_VALUE;

    private final List<Part> sealed;
    private final List<Part> unsorted;
    private final List<Integer> order;
    private final Links links;
    private final GrowingSessions growingSessions;
    private final GrowingVisitors growingVisitors;
    private final Vocabularies vocabularies;
    private final List<NumberedPart> parts = new ArrayList<>();

    /// @param parts     those that do not change, in order of arrival
    /// @param allowance for what is kept of them
    /// @throws java.io.UncheckedIOException by [TooLittleMemory], when the allowance is used up
    Inventory(List<Part> parts, Allowance allowance) {
        this(parts, allowance, Runtime.getRuntime().maxMemory() / VOCABULARIES_SHARE);
    }

    /* Parts whose sessions are not sorted are the rest of damaged files. They are treated like those that grow, except
     * that they do not. */
    Inventory(List<Part> parts, Allowance allowance, long mostForVocabularies) {
        parts.forEach(part -> allowance.take(part.memory()));
        this.sealed = parts.stream().filter(Part::isSorted).toList();
        this.unsorted = parts.stream().filter(part -> !part.isSorted()).toList();
        this.order = Stream.concat(sealed.stream(), unsorted.stream()).map(parts::indexOf).toList();
        this.links = Links.of(sealed, allowance);
        this.growingSessions = new GrowingSessions(sealed, links, order);
        this.growingVisitors = new GrowingVisitors(sealed, links);
        this.vocabularies = new Vocabularies(sealed, mostForVocabularies);
        addSealed();
        follow(List.of());
    }

    private void addSealed() {
        for (int i = 0; i < sealed.size(); i++) {
            parts.add(new NumberedPart(i, sealed.get(i), links.rows().get(i).base(), links.visitors().get(i)));
        }
    }

    /// Takes in what was added to the parts that grow. Since the last time only the last one of them may have grown,
    /// and new ones may have begun behind it.
    void follow(List<? extends Part> growing) {
        replaceGrowing(Stream.concat(unsorted.stream(), growing.stream()).toList());
    }

    private void replaceGrowing(List<Part> growing) {
        parts.subList(sealed.size(), parts.size()).clear();
        vocabularies.follow(growing);
        int rows = links.rowsEnd();
        int visitors = links.visitorsEnd();
        for (int i = 0; i < growing.size(); i++) {
            Part part = growing.get(i);
            growingSessions.follow(i, part, rows, i < unsorted.size() ? order.get(sealed.size() + i) : LAST);
            growingVisitors.follow(i, part, visitors);
            parts.add(new NumberedPart(parts.size(), part, rows, growingVisitors.numbering(i)));
            rows = Links.end(rows, part.sessions());
            visitors = Links.end(visitors, part.visitors());
        }
    }

    Vocabularies vocabularies() {
        return vocabularies;
    }

    List<NumberedPart> parts() {
        return parts;
    }

    /// A bit for each row, none of which is set.
    Bits noRows() {
        return new Bits(rowsEnd());
    }

    /// A bit for each visitor, none of which is set.
    Bits noVisitors() {
        int end = links.visitorsEnd();
        for (NumberedPart growing : parts.subList(sealed.size(), parts.size())) {
            end = Links.end(end, growing.part().visitors());
        }
        return new Bits(end);
    }

    private int rowsEnd() {
        return parts.isEmpty() ? 0 : Links.end(parts.getLast().firstRow(), parts.getLast().part().sessions());
    }

    /// Makes sure that visitors of parts that grow have the same number as in those other parts of which any of `rows`
    /// are.
    void joinVisitors(Bits rows, Workers workers) {
        workers.each(sealed.size(), i -> {
            if (parts.get(i).count(rows) > 0) {
                growingVisitors.join(i);
            }
        });
    }

    /// The rows that are the record of their session.
    Bits records() {
        Bits records = new Bits(Arrays.copyOf(links.records().words, Bits.wordsFor(rowsEnd())));
        for (NumberedPart growing : parts.subList(sealed.size(), parts.size())) {
            putViewed(growing, records);
        }
        growingSessions.forEachOfSeveralRows(session -> {
            for (int i = 1; i < session.size(); i++) {
                records.clear(session.get(i));
            }
        });
        return records;
    }

    /// Sets those rows of a part that have a page view.
    private static void putViewed(NumberedPart numbered, Bits rows) {
        int[] versions = new int[Keys.BLOCK];
        for (int from = 0; from < numbered.part().sessions(); from += Keys.BLOCK) {
            int count = Math.min(Keys.BLOCK, numbered.part().sessions() - from);
            numbered.part().read(SessionColumn.VERSION, from, count, versions);
            for (int i = 0; i < count; i++) {
                rows.set(numbered.firstRow() + from + i, versions[i] > 0);
            }
        }
    }

    /// Sets the record of every session of which any row is set.
    void gather(Bits rows) {
        forEachAlias((row, record) -> {
            if (rows.get(row)) {
                rows.set(record);
            }
        });
        growingSessions.forEachOfSeveralRows(session -> {
            boolean isIn = false;
            for (int i = 0; i < session.size(); i++) {
                isIn |= rows.get(session.get(i));
            }
            rows.set(session.get(0), isIn);
        });
    }

    /// Sets every row whose session's record is set, and clears all others.
    void spread(Bits rows) {
        growingSessions.forEachOfSeveralRows(session -> {
            boolean isIn = rows.get(session.get(0));
            for (int i = 1; i < session.size(); i++) {
                rows.set(session.get(i), isIn);
            }
        });
        forEachAlias((row, record) -> rows.set(row, rows.get(record)));
    }

    private interface Alias {
        void is(int row, int record);
    }

    private void forEachAlias(Alias alias) {
        for (Numbering.Fixed part : links.rows()) {
            for (int word = 0; word < part.aliases().words(); word++) {
                for (long left = part.aliases().word(word); left != 0; left &= left - 1) {
                    int local = (word << 6) + Long.numberOfTrailingZeros(left);
                    alias.is(part.base() + local, part.aliases().number(local));
                }
            }
        }
    }
}
