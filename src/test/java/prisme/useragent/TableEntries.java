package prisme.useragent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything the tables say, and which of it a string teaches: what answers for it, for its browser, its system, its
/// device and its being a machine.
///
/// Tables written while strings were at hand read these better than others. What only some of them teach can be
/// forgotten; the tables then read these as they would have read them unseen. That is on the dark side: much of what is
/// forgotten was known from elsewhere. `crawlers-listed.txt` is never forgotten: it has names of public lists, whether
/// or not a string of the corpus bears them.
final class Lessons {
    private static final List<String> FAMILIES = List.of("browsers.txt", "systems.txt", "devices.txt", "models.txt",
        "phones.txt", "devices-unbranded.txt", "devices-late.txt");
    private static final List<String> MACHINES = List.of("crawlers.txt", "bare-trades.txt");
    private static final String WORDS = "bare-known.txt";
    private static final char TAG = '\u00a7';

    private final List<Lesson> all = Stream.of(FAMILIES, MACHINES, List.of(WORDS)).flatMap(List::stream)
        .flatMap(table -> Lesson.in(table, Tables.OF_THIS_JAR.lines(table)).stream()).toList();
    private final Map<String, Integer> words = IntStream.range(0, all.size()).boxed()
        .filter(number -> all.get(number).table().equals(WORDS))
        .collect(Collectors.toMap(number -> all.get(number).rest(), number -> number));
    private final UserAgentParser families = tagged(FAMILIES);
    private final UserAgentParser machines = tagged(MACHINES);

    /* Answers with numbers instead of names. */
    private UserAgentParser tagged(List<String> tables) {
        return new UserAgentParser(tables(IntStream.range(0, all.size()).mapToObj(number -> {
            Lesson lesson = all.get(number);
            return tables.contains(lesson.table()) ? lesson.answering("" + TAG + number + TAG) : lesson;
        }).toList()));
    }

    private static Tables tables(List<Lesson> lessons) {
        Map<String, List<String>> lines = new TreeMap<>();
        lessons.forEach(lesson -> lines.computeIfAbsent(lesson.table(), _ -> new ArrayList<>()).add(lesson.line()));
        return name -> lines.containsKey(name) ? lines.get(name) : Tables.OF_THIS_JAR.lines(name);
    }

    /// The numbers of what answers for this string.
    BitSet taughtBy(String userAgent) {
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

    /// What remains when these are forgotten.
    UserAgentParser without(BitSet forgotten) {
        return new UserAgentParser(tables(IntStream.range(0, all.size()).filter(number -> !forgotten.get(number))
            .mapToObj(all::get).toList()));
    }
}
