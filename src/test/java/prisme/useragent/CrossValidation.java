package prisme.useragent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How strings are read that nobody looked at: labelled ones are put into parts, what only one part teaches is
/// forgotten, and that part is read with what remains.
final class Estimate {
    private final Lessons lessons;
    private final List<Taught> corpus;
    private final Agreement browser = new Agreement("browser", Client::browser);
    private final Agreement system = new Agreement("system", Client::system);
    private final Agreement device = new Agreement("device", Client::device);
    private int machines;

    private record Taught(Corpus.Row row, BitSet lessons) {}

    Estimate(Lessons lessons, List<Corpus.Row> corpus) {
        this.lessons = lessons;
        this.corpus = corpus.stream().map(row -> new Taught(row, lessons.taughtBy(row.userAgent()))).toList();
    }

    Estimate inParts(Function<Corpus.Row, String> partOf) {
        Map<String, List<Taught>> parts = new TreeMap<>();
        corpus.forEach(each -> parts.computeIfAbsent(partOf.apply(each.row()), _ -> new ArrayList<>()).add(each));
        parts.values().forEach(part -> read(part, lessons.without(taughtOnlyBy(part))));
        return this;
    }

    private BitSet taughtOnlyBy(List<Taught> part) {
        Map<Integer, Integer> others = count(corpus);
        count(part).forEach((lesson, times) -> others.merge(lesson, -times, Integer::sum));
        BitSet only = new BitSet();
        others.forEach((lesson, times) -> only.set(lesson, times == 0));
        return only;
    }

    private static Map<Integer, Integer> count(List<Taught> strings) {
        Map<Integer, Integer> times = new TreeMap<>();
        strings.forEach(each -> each.lessons().stream().forEach(lesson -> times.merge(lesson, 1, Integer::sum)));
        return times;
    }

    private void read(List<Taught> part, UserAgentParser lore) {
        List<Corpus.Row> rows = part.stream().map(Taught::row).toList();
        List.of(browser, system, device).forEach(agreement -> agreement.over(rows, lore::read));
        machines += (int) rows.stream().filter(row -> lore.read(row.userAgent()).isBot()).count();
    }

    Agreement browser() {
        return browser;
    }

    Agreement system() {
        return system;
    }

    Agreement device() {
        return device;
    }

    /// The share of machines, in per cent.
    double machines() {
        return 100.0 * machines / corpus.size();
    }

    String report() {
        return browser.report() + system.report() + device.report();
    }
}
