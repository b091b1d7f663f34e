package prisme;

import java.util.List;
import java.util.function.Function;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// The commands there are. One is made when it is asked for, so that a start loads none but its own.
///
/// @param names in the order of the help
/// @param maker makes the command of one of these names
record Commands(List<String> names, Function<String, Command> maker) {
    /// The command that this word asks for.
    ///
    /// @throws UsageException when there is none, with the nearest one there is
    Command named(String word) {
        if (!names.contains(word)) {
            throw unknown(word);
        }
        return maker.apply(word);
    }

    /// All of them, in the order of the help.
    List<Command> all() {
        return names.stream().map(maker).toList();
    }

    private UsageException unknown(String word) {
        String question = Spelling.question(Spelling.nearest(word, names));
        return new UsageException("there is no command " + Quote.word(word)
                + (question.isEmpty() ? "; there are " + String.join(", ", names) : question));
    }
}
