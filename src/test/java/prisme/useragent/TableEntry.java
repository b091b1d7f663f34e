package prisme.useragent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One thing a table says: an answer and one way to it.
///
/// @param table  the name of the file
/// @param answer what is told when it holds
/// @param mark   what stands between the answer and the rest: `=`, `:`, `::` or `/`
/// @param rest   phrases, a word, a pattern of models, or what stands before the model of a phone
record Lesson(String table, String answer, String mark, String rest) {
    static List<Lesson> in(String table, List<String> lines) {
        return switch (table) {
            case "models.txt" -> lines.stream().flatMap(line -> patterns(table, line).stream()).toList();
            case "bare-known.txt" -> lines.stream().flatMap(line -> words(table, line)).toList();
            case "phones.txt" -> lines.stream().map(line -> phone(table, line)).toList();
            default -> rules(table, lines);
        };
    }

    private static List<Lesson> rules(String table, List<String> lines) {
        List<Lesson> rules = new ArrayList<>();
        String answer = "";
        for (String line : lines) {
            int equals = line.startsWith("=") ? 0 : line.indexOf(" = ") + 1;
            answer = equals == 0 ? answer : line.substring(0, equals).strip();
            rules.add(new Lesson(table, answer, "=", line.substring(equals + 1).strip()));
        }
        return rules;
    }

    private static List<Lesson> patterns(String table, String line) {
        String mark = List.of("::", ":", "=", "/").stream()
            .filter(each -> line.startsWith(each + " ") || line.contains(" " + each + " "))
            .min((one, other) -> at(line, one) - at(line, other)).orElseThrow();
        String answer = line.substring(0, at(line, mark)).strip();
        String rest = line.substring(at(line, mark) + mark.length()).strip();
        List<String> all = mark.equals("/") ? List.of(rest) : List.of(rest.split(", *"));
        return all.stream().map(pattern -> new Lesson(table, answer, mark, pattern)).toList();
    }

    private static int at(String line, String mark) {
        return line.startsWith(mark + " ") ? 0 : line.indexOf(" " + mark + " ") + 1;
    }

    private static Stream<Lesson> words(String table, String line) {
        return Stream.of(line.split(" ")).map(word -> new Lesson(table, "", "", word));
    }

    private static Lesson phone(String table, String line) {
        int colon = line.indexOf(" : ");
        return new Lesson(table, line.substring(0, colon), ":", line.substring(colon + " : ".length()));
    }

    /// The same with another answer.
    Lesson answering(String other) {
        return new Lesson(table, answer.endsWith("+") ? other + "+" : other, mark, rest);
    }

    /// As it stands in its table.
    String line() {
        return (answer + " " + mark + " " + rest).stripLeading();
    }
}
