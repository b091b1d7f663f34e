package prisme.stats;

import java.util.ArrayList;
import java.util.List;
import prisme.columns.Part;
import prisme.columns.SessionColumn;

/// The sessions of parts that grow, with the rows of each: a family.
///
/* Rows are only ever added, so each is looked for once among those that do not change, and then known. Which one of a
 * family is the record may change with every page view, and is looked up whenever it is asked for. */
final class Families {
    private static final int NONE = -1;
    private static final int WINDOW = 1024;

    private final List<Part> sealed;
    private final Links links;
    private final List<Integer> order;
    private final List<KeyIndex> indexes = new ArrayList<>();
    private final KeyTable sessions = new KeyTable();
    private final Ints ancestors = new Ints();
    private final Ints ancestorVersions = new Ints();
    private final Ints youngest = new Ints();
    private final List<Branch> branches = new ArrayList<>();
    private final Ints large = new Ints();
    private final long[] high = new long[WINDOW];
    private final long[] low = new long[WINDOW];
    private final int[] version = new int[1];

    /// The rows of one growing part: for each, its family, and the row that came before it in that family.
    ///
    /// @param order where the part stands in the order of arrival
    private record Branch(Part part, int base, int order, Ints families, Ints elder) {}

    /// Takes a family of several rows: numbers across all parts, the record first. One of them may stand for further
    /// rows of parts that do not change.
    interface Sink {
        void family(Ints rows);
    }

    /// @param order where each part stands in the order of arrival
    Families(List<Part> sealed, Links links, List<Integer> order) {
        this.sealed = sealed;
        this.links = links;
        this.order = order;
        sealed.forEach(part -> indexes.add(new KeyIndex(new Keys(part))));
    }

    /// Takes note of the rows that a growing part got since it was last looked at.
    ///
    /// @param index the how manieth of the growing parts it is
    /// @param order where the part stands in the order of arrival
    void follow(int index, Part part, int base, int order) {
        if (index == branches.size()) {
            branches.add(new Branch(part, base, order, new Ints(), new Ints()));
        }
        Branch branch = branches.get(index);
        while (branch.families().size() < part.sessions()) {
            int from = branch.families().size();
            int count = Math.min(WINDOW, part.sessions() - from);
            part.sessionIds(from, count, high, low);
            for (int i = 0; i < count; i++) {
                add(branch, base + from + i, high[i], low[i]);
            }
        }
    }

    private void add(Branch branch, int row, long idHigh, long idLow) {
        int family = sessions.number(idHigh, idLow);
        if (family == youngest.size()) {
            youngest.add(NONE);
            findAncestor(idHigh, idLow);
        }
        int before = youngest.get(family);
        if (before == NONE ? ancestors.get(family) != NONE
                : ancestors.get(family) == NONE && elder(before) == NONE) {
            large.add(family);
        }
        branch.families().add(family);
        branch.elder().add(before);
        youngest.set(family, row);
    }

    private void findAncestor(long idHigh, long idLow) {
        long start = Starts.second(idHigh);
        int ancestor = NONE;
        for (int i = 0; i < sealed.size() && ancestor == NONE; i++) {
            Part part = sealed.get(i);
            if (part.sessions() > 0 && start >= part.firstStart() && start <= part.lastStart()) {
                int row = indexes.get(i).find(idHigh, idLow);
                ancestor = row < 0 ? NONE : links.rows().get(i).number(row);
            }
        }
        ancestors.add(ancestor);
        ancestorVersions.add(ancestor == NONE ? 0 : sealedVersion(ancestor));
    }

    private int sealedVersion(int number) {
        int part = sealedPart(number);
        sealed.get(part).read(SessionColumn.VERSION, number - links.rows().get(part).base(), 1, version);
        return version[0];
    }

    private int sealedPart(int number) {
        int part = sealed.size() - 1;
        while (links.rows().get(part).base() > number) {
            part--;
        }
        return part;
    }

    /// Hands out every family that has more than one row.
    void forEach(Sink sink) {
        Ints rows = new Ints();
        for (int i = 0; i < large.size(); i++) {
            int family = large.get(i);
            rows.clear();
            rows.add(record(family));
            for (int row = youngest.get(family); row != NONE; row = elder(row)) {
                addUnlessFirst(rows, row);
            }
            if (ancestors.get(family) != NONE) {
                addUnlessFirst(rows, ancestors.get(family));
            }
            sink.family(rows);
        }
    }

    private static void addUnlessFirst(Ints rows, int row) {
        if (row != rows.get(0)) {
            rows.add(row);
        }
    }

    /// The row with the highest version, of equal ones the youngest.
    private int record(int family) {
        int record = youngest.get(family);
        int highest = version(record);
        for (int row = elder(record); row != NONE; row = elder(row)) {
            if (version(row) > highest) {
                record = row;
                highest = version(row);
            }
        }
        return isAncestorRecord(family, record, highest) ? ancestors.get(family) : record;
    }

    private boolean isAncestorRecord(int family, int record, int highest) {
        int ancestor = ancestors.get(family);
        int version = ancestorVersions.get(family);
        return ancestor != NONE && (version > highest
                || version == highest && order.get(sealedPart(ancestor)) > branch(record).order());
    }

    private int version(int row) {
        Branch branch = branch(row);
        branch.part().read(SessionColumn.VERSION, row - branch.base(), 1, version);
        return version[0];
    }

    private int elder(int row) {
        Branch branch = branch(row);
        return branch.elder().get(row - branch.base());
    }

    private Branch branch(int row) {
        int index = branches.size() - 1;
        while (branches.get(index).base() > row) {
            index--;
        }
        return branches.get(index);
    }
}
