package prisme;

import java.util.List;
import java.util.function.Function;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// All commands. A command is made when it is asked for, so that a start loads only the class of its own.
///
/// @param names their names, in the order of the help
/// @param maker makes the command with one of these names
record Commands(List<String> names, Function<String, Command> maker) {
    /// The command with this name.
    ///
    /// @throws UsageException when there is none; the message suggests a similar name
    Command named(String word) {
        if (!names.contains(word)) {
            throw unknown(word);
        }
        return maker.apply(word);
    }

    /// All commands, in the order of the help.
    List<Command> all() {
        return names.stream().map(maker).toList();
    }

    private UsageException unknown(String word) {
        String question = Spelling.question(Spelling.nearest(word, names));
        return new UsageException("there is no command " + Quote.word(word)
                + (question.isEmpty() ? "; there are " + String.join(", ", names) : question));
    }
}
