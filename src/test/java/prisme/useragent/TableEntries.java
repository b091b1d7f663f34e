package prisme.useragent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All entries of the tables, and which of them are used for a string: those that decide its browser, its system, its
/// device and whether it is a bot.
///
/// Tables that were written with the help of some strings read these better than others. If the entries that are only
/// used for these strings are left out, the tables read them as if they had never been seen. That underestimates the
/// tables, as many of these entries were known from elsewhere. The entries of `crawlers-listed.txt` are never left out,
/// as they come from public lists, not from the corpus.
final class TableEntries {
    private static final List<String> FAMILIES = List.of("browsers.txt", "systems.txt", "devices.txt", "models.txt",
        "phones.txt", "devices-unbranded.txt", "devices-late.txt");
    private static final List<String> MACHINES = List.of("crawlers.txt", "bare-trades.txt");
    private static final String WORDS = "bare-known.txt";
    private static final char TAG = '\u00a7';

    private final List<TableEntry> all = Stream.of(FAMILIES, MACHINES, List.of(WORDS)).flatMap(List::stream)
        .flatMap(table -> TableEntry.in(table, Tables.OF_THIS_JAR.lines(table)).stream()).toList();
    private final Map<String, Integer> words = IntStream.range(0, all.size()).boxed()
        .filter(number -> all.get(number).table().equals(WORDS))
        .collect(Collectors.toMap(number -> all.get(number).rest(), number -> number));
    private final UserAgentParser families = tagged(FAMILIES);
    private final UserAgentParser machines = tagged(MACHINES);

    /* A parser whose answers are the numbers of entries instead of names. */
    private UserAgentParser tagged(List<String> tables) {
        return new UserAgentParser(tables(IntStream.range(0, all.size()).mapToObj(number -> {
            TableEntry entry = all.get(number);
            return tables.contains(entry.table()) ? entry.answering("" + TAG + number + TAG) : entry;
        }).toList()));
    }

    private static Tables tables(List<TableEntry> entries) {
        Map<String, List<String>> lines = new TreeMap<>();
        entries.forEach(entry -> lines.computeIfAbsent(entry.table(), _ -> new ArrayList<>()).add(entry.line()));
        return name -> lines.containsKey(name) ? lines.get(name) : Tables.OF_THIS_JAR.lines(name);
    }

    /// The numbers of the entries that are used for this string.
    BitSet usedFor(String userAgent) {
        BitSet numbers = new BitSet();
        Client client = families.read(userAgent).client();
        Stream.of(client.browser(), client.system(), client.device()).forEach(answer -> note(answer, numbers));
        if (machines.read(userAgent).verdict() instanceof Verdict.Bot(String reason)) {
            note(reason, numbers);
            Stream.of(BareName.firstWord(userAgent))
                .filter(word -> reason.equals(BareName.KNOWN_BY_NAME) && words.containsKey(word))
                .forEach(word -> numbers.set(words.get(word)));
        }
        return numbers;
    }

    private static void note(String answer, BitSet numbers) {
        int tag = answer.indexOf(TAG);
        int end = answer.indexOf(TAG, tag + 1);
        if (tag >= 0 && end > 0) {
            numbers.set(Integer.parseInt(answer, tag + 1, end, 10));
        }
    }

    /// A parser without these entries.
    UserAgentParser without(BitSet leftOut) {
        return new UserAgentParser(tables(IntStream.range(0, all.size()).filter(number -> !leftOut.get(number))
            .mapToObj(all::get).toList()));
    }
}
