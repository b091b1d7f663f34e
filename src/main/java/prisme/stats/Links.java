package prisme.stats;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import prisme.columns.Part;
import prisme.stats.KeyMerge.Member;

/// Which rows and visitors of the parts that do not change are the same: how those of each part are numbered across
/// all.
///
/// All rows of a session have the number of the one that is its record.
///
/// @param rows        for each part, the numbers of its rows
/// @param records     the rows that are the record of their session
/// @param visitors    for each part, the numbers of its visitors
/// @param visitorsEnd larger than the number of any visitor
record Links(List<Numbering.Fixed> rows, Bits records, List<Numbering.Fixed> visitors, int visitorsEnd) {
    /// @param allowance for what is kept of the parts
    static Links of(List<Part> parts, Allowance allowance) {
        int[] rowBases = bases(parts, Part::sessions);
        int[] visitorBases = bases(parts, Part::visitors);
        return rows(parts, rowBases, SameVisitors.numberings(parts, visitorBases, allowance),
                visitorBases[parts.size()], allowance);
    }

    /// Larger than the number of any row.
    int rowsEnd() {
        return records.words.length << 6;
    }

    /// The first number behind those of a part, rounded up so that no two parts share a word of bits.
    ///
    /// @param base the part's first number
    /// @param size how many it has
    /// @throws ArithmeticException when there are more than 2³¹ - 1
    static int end(int base, int size) {
        return Math.addExact(base, Bits.wordsFor(size) << 6);
    }

    private static int[] bases(List<Part> parts, ToIntFunction<Part> size) {
        int[] bases = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            bases[i + 1] = end(bases[i], size.applyAsInt(parts.get(i)));
        }
        return bases;
    }

    private static Links rows(List<Part> parts, int[] bases, List<Numbering.Fixed> visitors, int visitorsEnd,
            Allowance allowance) {
        List<Aliases.Builder> builders = parts.stream()
                .map(part -> new Aliases.Builder(part.sessions(), allowance)).toList();
        allowance.take(bases[parts.size()] / Byte.SIZE);
        Bits records = new Bits(bases[parts.size()]);
        new KeyMerge(parts).run(new KeyMerge.Sink() {
            @Override public void single(Member row) {
                if (row.version() > 0) {
                    records.set(bases[row.part()] + row.row());
                }
            }

            @Override public void same(List<Member> rows) {
                Member record = record(rows);
                single(record);
                for (Member row : rows) {
                    if (row != record) {
                        builders.get(row.part()).add(row.row(), bases[record.part()] + record.row());
                    }
                }
            }
        });
        List<Numbering.Fixed> rows = IntStream.range(0, parts.size())
                .mapToObj(i -> new Numbering.Fixed(bases[i], builders.get(i).build())).toList();
        return new Links(rows, records, visitors, visitorsEnd);
    }

    /// The one with the highest version, of equal ones the last.
    private static Member record(List<Member> members) {
        Member record = members.getFirst();
        for (Member member : members) {
            record = member.version() >= record.version() ? member : record;
        }
        return record;
    }
}
