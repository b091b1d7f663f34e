package prisme.stats;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import prisme.columns.Part;
import prisme.stats.KeyMerge.Member;

/// Which rows and visitors of parts that do not change are the same: how each part is numbered across all.
///
/// A session that has several rows goes by the number of the one that is its record.
///
/// @param rowsEnd     larger than the number of any row
/// @param visitorsEnd larger than the number of any visitor
record Links(List<Numbering.Fixed> rows, List<Numbering.Fixed> visitors, int rowsEnd, int visitorsEnd) {
    static Links of(List<Part> parts) {
        int[] rowBases = bases(parts, Part::sessions);
        int[] visitorBases = bases(parts, Part::visitors);
        return new Links(rows(parts, rowBases), SameVisitors.numberings(parts, visitorBases),
                rowBases[parts.size()], visitorBases[parts.size()]);
    }

    /// The number up to which those of a part go, rounded up so that no two parts share a word of bits.
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

    private static List<Numbering.Fixed> rows(List<Part> parts, int[] bases) {
        List<Aliases.Builder> builders = parts.stream().map(part -> new Aliases.Builder(part.sessions())).toList();
        new KeyMerge(parts).run(members -> {
            Member record = record(members);
            for (Member member : members) {
                if (member != record) {
                    builders.get(member.part()).add(member.row(), bases[record.part()] + record.row());
                }
            }
        });
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Numbering.Fixed(bases[i], builders.get(i).build())).toList();
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
