package prisme;

import java.util.List;
import java.util.stream.Collectors;
import prisme.wording.Paragraph;

/// The help texts of the command line.
final class Help {
    private static final String PROGRAM = "java -jar prisme.jar";
    private static final int WIDTH = 100;
    private static final int COMMAND_COLUMN = 18;
    private static final int FLAG_COLUMN = 34;

    private record Row(String word, String meaning) {}

    private Help() {}

    /// The help of the program: all commands, with one line each.
    static String of(Commands commands) {
        List<Row> rows = commands.all().stream().map(command -> new Row(command.name(), command.summary())).toList();
        return """
                Prisme: web analytics that a person can run alone.

                Usage: %1$s [COMMAND] [--FLAG=VALUE ...]

                Commands:
                %2$s
                Without a command it serves. %1$s COMMAND --help explains a command.
                """.formatted(PROGRAM, table(rows, COMMAND_COLUMN));
    }

    /// The help of one command: what it does, and its flags.
    static String of(Command command) {
        StringBuilder help = new StringBuilder(paragraph(command.summary() + "."))
                .append('\n').append(usage(command)).append('\n');
        command.explanation().lines().filter(line -> !line.isBlank())
                .forEach(line -> help.append('\n').append(paragraph(line)));
        if (!command.flags().isEmpty()) {
            help.append("\nFlags:\n").append(table(flagRows(command), FLAG_COLUMN));
        }
        return help.toString();
    }

    private static String usage(Command command) {
        String flags = command.flags().isEmpty() ? "" : " [--FLAG=VALUE ...]";
        String operands = command.operands().isEmpty() ? "" : " " + command.operands();
        return "Usage: " + PROGRAM + " " + command.name() + flags + operands;
    }

    private static List<Row> flagRows(Command command) {
        return command.flags().stream().map(flag -> new Row(flag.spelling(), firstSentence(flag.meaning()))).toList();
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String table(List<Row> rows, int column) {
        return rows.stream().map(row -> row(row, column)).collect(Collectors.joining());
    }

    private static String row(Row row, int column) {
        String indent = " ".repeat(column);
        String meaning = Paragraph.wrapped(row.meaning, WIDTH - column, "\n" + indent);
        String word = "  " + row.word;
        return word.length() < column - 1 ? word + indent.substring(word.length()) + meaning + "\n"
                : word + "\n" + indent + meaning + "\n";
    }

    private static String paragraph(String text) {
        return Paragraph.wrapped(text, WIDTH, "\n") + "\n";
    }
}
