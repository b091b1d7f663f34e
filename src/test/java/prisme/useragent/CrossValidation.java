package prisme.useragent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Measures how well strings are read that the tables were not made for. The labelled strings are split into parts, and
/// each part is read without the entries of the tables that are only used for it.
final class CrossValidation {
    private final TableEntries entries;
    private final List<Labelled> corpus;
    private final Agreement browser = new Agreement("browser", Client::browser);
    private final Agreement system = new Agreement("system", Client::system);
    private final Agreement device = new Agreement("device", Client::device);
    private int machines;

    private record Labelled(Corpus.Row row, BitSet entries) {}

    CrossValidation(TableEntries entries, List<Corpus.Row> corpus) {
        this.entries = entries;
        this.corpus = corpus.stream().map(row -> new Labelled(row, entries.usedFor(row.userAgent()))).toList();
    }

    CrossValidation inParts(Function<Corpus.Row, String> partOf) {
        Map<String, List<Labelled>> parts = new TreeMap<>();
        corpus.forEach(each -> parts.computeIfAbsent(partOf.apply(each.row()), _ -> new ArrayList<>()).add(each));
        parts.values().forEach(part -> read(part, entries.without(usedOnlyFor(part))));
        return this;
    }

    private BitSet usedOnlyFor(List<Labelled> part) {
        Map<Integer, Integer> others = count(corpus);
        count(part).forEach((entry, times) -> others.merge(entry, -times, Integer::sum));
        BitSet only = new BitSet();
        others.forEach((entry, times) -> only.set(entry, times == 0));
        return only;
    }

    private static Map<Integer, Integer> count(List<Labelled> strings) {
        Map<Integer, Integer> times = new TreeMap<>();
        strings.forEach(each -> each.entries().stream().forEach(entry -> times.merge(entry, 1, Integer::sum)));
        return times;
    }

    private void read(List<Labelled> part, UserAgentParser parser) {
        List<Corpus.Row> rows = part.stream().map(Labelled::row).toList();
        List.of(browser, system, device).forEach(agreement -> agreement.over(rows, parser::read));
        machines += (int) rows.stream().filter(row -> parser.read(row.userAgent()).isBot()).count();
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

    /// The share of bots, in per cent.
    double machines() {
        return 100.0 * machines / corpus.size();
    }

    String report() {
        return browser.report() + system.report() + device.report();
    }
}
