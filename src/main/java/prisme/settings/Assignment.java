package prisme.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A value that was given to an option somewhere.
///
/// @param option the name of the option, which perhaps does not exist
/// @param value  as written
record Assignment(String option, String value, Source source) {

    /// Where a value was written.
    sealed interface Source {
        /// A line of a file, counted from 1.
        record Line(String file, int number) implements Source {}

        /// An environment variable.
        record Variable(String name) implements Source {}

        /// A flag, with its dashes.
        record Flag(String name) implements Source {}

        /// The place, as the beginning of a message.
        default String place() {
            return switch (this) {
                case Line(String file, int number) -> file + " line " + number;
                case Variable(String name) -> "environment variable " + name;
                case Flag(String name) -> "flag " + name;
            };
        }
    }

    /// The assignments of flags, which are given by their names without dashes.
    static List<Assignment> ofFlags(Map<String, String> flags) {
        List<Assignment> assignments = new ArrayList<>();
        for (Map.Entry<String, String> flag : flags.entrySet()) {
            assignments.add(new Assignment(flag.getKey(), flag.getValue(), new Source.Flag("--" + flag.getKey())));
        }
        return assignments;
    }

    /// The assignments of all variables that begin with `PRISME_`, ordered by name. One that sets none of these options
    /// becomes an assignment to an option with the name of the variable, which cannot exist.
    static List<Assignment> ofVariables(Map<String, String> environment, List<Option> options) {
        List<Assignment> assignments = new ArrayList<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (Option.isVariable(name)) {
                assignments.add(new Assignment(optionOf(name, options), variable.getValue(),
                        new Source.Variable(name)));
            }
        }
        return assignments;
    }

    private static String optionOf(String variable, List<Option> options) {
        return options.stream().filter(option -> option.variable().equals(variable)).map(Option::name)
                .findAny().orElse(variable);
    }
}
