package prisme.stats;

import java.util.ArrayList;
import java.util.List;
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
        List<Keys> sessions = parts.stream().map(part -> new Keys(part, Keys.Of.SESSIONS)).toList();
        List<Keys> visitors = parts.stream().map(part -> new Keys(part, Keys.Of.VISITORS)).toList();
        int[] rowBases = bases(sessions);
        int[] visitorBases = bases(visitors);
        return new Links(numberings(sessions, rowBases), numberings(visitors, visitorBases),
                rowBases[parts.size()], visitorBases[parts.size()]);
    }

    /// The number up to which those of a part go, rounded up so that no two parts share a word of bits.
    static int end(int base, int size) {
        return Math.addExact(base, Bits.wordsFor(size) << 6);
    }

    private static int[] bases(List<Keys> keys) {
        int[] bases = new int[keys.size() + 1];
        for (int i = 0; i < keys.size(); i++) {
            bases[i + 1] = end(bases[i], keys.get(i).size());
        }
        return bases;
    }

    private static List<Numbering.Fixed> numberings(List<Keys> keys, int[] bases) {
        List<Aliases.Builder> builders = new ArrayList<>();
        keys.forEach(each -> builders.add(new Aliases.Builder(each.size())));
        new KeyMerge(keys).run(members -> {
            Member record = record(members);
            for (Member member : members) {
                if (member != record) {
                    builders.get(member.part()).add(member.row(), bases[record.part()] + record.row());
                }
            }
        });
        return IntStream.range(0, keys.size())
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
