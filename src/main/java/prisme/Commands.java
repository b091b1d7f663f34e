package prisme;

import java.util.ArrayList;
import java.util.List;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// The commands there are.
///
/// @param all in the order of the help
record Commands(List<Command> all) {

    /// These commands, and `help`, which knows them.
    static Commands withHelp(List<Command> others) {
        List<Command> all = new ArrayList<>(others);
        all.add(new HelpCommand(others));
        return new Commands(List.copyOf(all));
    }

    /// The command that this word asks for.
    ///
    /// @throws UsageException when there is none, with the nearest one there is
    Command named(String word) {
        for (Command command : all) {
            if (command.name().equals(word)) {
                return command;
            }
        }
        throw unknown(word);
    }

    private UsageException unknown(String word) {
        List<String> names = all.stream().map(Command::name).toList();
        String question = Spelling.question(Spelling.nearest(word, names));
        return new UsageException("there is no command " + Quote.of(word)
                + (question.isEmpty() ? "; there are " + String.join(", ", names) : question));
    }
}
