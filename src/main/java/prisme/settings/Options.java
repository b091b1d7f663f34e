package prisme.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// Gives the value of one option after the other, and remembers which options were asked for.
///
/// If there are several assignments to an option, the last one counts, but all must be valid: a wrong line in the file
/// is an error even if a flag overrides it.
final class Options {
    private final List<Assignment> assignments;
    private final List<Option> declared = new ArrayList<>();

    /// @param assignments from the weakest to the strongest: a later one overrides an earlier one
    Options(List<Assignment> assignments) {
        this.assignments = List.copyOf(assignments);
    }

    /// Declares an option and gives its value.
    ///
    /// @throws SettingsException when it was given a value that is not allowed
    <T> T take(String name, String byDefault, ValueKind<T> kind, String meaning) {
        declared.add(new Option(name, byDefault, kind.allowed(), meaning));
        T value = kind.parse(byDefault);
        for (Assignment assignment : assignments) {
            if (assignment.option().equals(name)) {
                value = valueOf(assignment, kind);
            }
        }
        return value;
    }

    private static <T> T valueOf(Assignment assignment, ValueKind<T> kind) {
        try {
            return kind.parse(assignment.value());
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new SettingsException(assignment.source().place() + ": " + assignment.option() + " must be "
                    + kind.allowed() + ", but is " + Quote.value(assignment.option(), assignment.value()) + reason);
        }
    }

    /// Where the value of an option was set that counts, as the beginning of a message.
    String place(String name) {
        String place = "by default";
        for (Assignment assignment : assignments) {
            if (assignment.option().equals(name)) {
                place = assignment.source().place();
            }
        }
        return place;
    }

    /// The options asked for so far.
    List<Option> declared() {
        return List.copyOf(declared);
    }

    /// Refuses assignments to options that were not declared, in the file or in flags.
    ///
    /// @return a warning for each such environment variable, which is no error, as it may be meant for another program
    /// @throws SettingsException that names the first such option
    List<String> requireNothingLeft() {
        List<String> warnings = new ArrayList<>();
        for (Assignment assignment : assignments) {
            if (!isDeclared(assignment.option())) {
                switch (assignment.source()) {
                    case Assignment.Source.Variable(String variable) -> warnings.add(ignored(variable));
                    case Assignment.Source.Line _ -> throw unknown(assignment);
                    case Assignment.Source.Flag _ -> throw unknown(assignment);
                }
            }
        }
        return warnings;
    }

    private boolean isDeclared(String name) {
        for (Option option : declared) {
            if (option.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String ignored(String variable) {
        Optional<String> near = Option.nearest(Option.nameIn(variable), declared).map(Option::variable);
        return "environment variable " + variable + " sets no option and is ignored" + Spelling.question(near);
    }

    private SettingsException unknown(Assignment assignment) {
        Optional<String> near = Option.nearest(assignment.option(), declared).map(Option::name);
        return new SettingsException(assignment.source().place() + ": there is no option "
                + Quote.word(assignment.option()) + Spelling.question(near));
    }
}
