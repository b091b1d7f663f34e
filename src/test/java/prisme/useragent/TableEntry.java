package prisme.useragent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One entry of a table: an answer, and one condition for it.
///
/// @param table  the name of the file
/// @param answer the answer when the condition holds
/// @param mark   the sign between the answer and the rest: `=`, `:`, `::` or `/`
/// @param rest   phrases, a word, a pattern for models, or the text before the model of a phone
record TableEntry(String table, String answer, String mark, String rest) {
    static List<TableEntry> in(String table, List<String> lines) {
        return switch (table) {
            case "models.txt" -> lines.stream().flatMap(line -> patterns(table, line).stream()).toList();
            case "bare-known.txt" -> lines.stream().flatMap(line -> words(table, line)).toList();
            case "phones.txt" -> lines.stream().map(line -> phone(table, line)).toList();
            default -> rules(table, lines);
        };
    }

    private static List<TableEntry> rules(String table, List<String> lines) {
        List<TableEntry> rules = new ArrayList<>();
        String answer = "";
        for (String line : lines) {
            int equals = line.startsWith("=") ? 0 : line.indexOf(" = ") + 1;
            answer = equals == 0 ? answer : line.substring(0, equals).strip();
            rules.add(new TableEntry(table, answer, "=", line.substring(equals + 1).strip()));
        }
        return rules;
    }

    private static List<TableEntry> patterns(String table, String line) {
        String mark = List.of("::", ":", "=", "/").stream()
            .filter(each -> line.startsWith(each + " ") || line.contains(" " + each + " "))
            .min((one, other) -> at(line, one) - at(line, other)).orElseThrow();
        String answer = line.substring(0, at(line, mark)).strip();
        String rest = line.substring(at(line, mark) + mark.length()).strip();
        List<String> all = mark.equals("/") ? List.of(rest) : List.of(rest.split(", *"));
        return all.stream().map(pattern -> new TableEntry(table, answer, mark, pattern)).toList();
    }

    private static int at(String line, String mark) {
        return line.startsWith(mark + " ") ? 0 : line.indexOf(" " + mark + " ") + 1;
    }

    private static Stream<TableEntry> words(String table, String line) {
        return Stream.of(line.split(" ")).map(word -> new TableEntry(table, "", "", word));
    }

    private static TableEntry phone(String table, String line) {
        int colon = line.indexOf(" : ");
        return new TableEntry(table, line.substring(0, colon), ":", line.substring(colon + " : ".length()));
    }

    /// The same entry with another answer.
    TableEntry answering(String other) {
        return new TableEntry(table, answer.endsWith("+") ? other + "+" : other, mark, rest);
    }

    /// The entry as a line of its table.
    String line() {
        return (answer + " " + mark + " " + rest).stripLeading();
    }
}
