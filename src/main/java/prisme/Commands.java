package prisme;

import java.util.List;
import java.util.stream.Stream;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// The commands there are.
///
/// @param all in the order of the help
record Commands(List<Command> all) {

    /// These commands, and `help`, which knows them.
    static Commands withHelp(List<Command> others) {
        return new Commands(Stream.concat(others.stream(), Stream.of(new HelpCommand(others))).toList());
    }

    /// The command that this word asks for.
    ///
    /// @throws UsageException when there is none, with the nearest one there is
    Command named(String word) {
        return all.stream().filter(command -> command.name().equals(word)).findAny().orElseThrow(() -> unknown(word));
    }

    private UsageException unknown(String word) {
        List<String> names = all.stream().map(Command::name).toList();
        String question = Spelling.question(Spelling.nearest(word, names));
        return new UsageException("there is no command " + Quote.of(word)
                + (question.isEmpty() ? "; there are " + String.join(", ", names) : question));
    }
}
