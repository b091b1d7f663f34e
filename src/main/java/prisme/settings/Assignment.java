package prisme.settings;

import java.util.List;
import java.util.Map;

/// An option was given a value somewhere.
///
/// @param option its name, which may not exist
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

        /// The place as it stands at the beginning of a message.
        default String place() {
            return switch (this) {
                case Line(String file, int number) -> file + " line " + number;
                case Variable(String name) -> "environment variable " + name;
                case Flag(String name) -> "flag " + name;
            };
        }
    }

    /// What these flags, named without dashes, say.
    static List<Assignment> ofFlags(Map<String, String> flags) {
        return flags.entrySet().stream()
                .map(flag -> new Assignment(flag.getKey(), flag.getValue(), new Source.Flag("--" + flag.getKey())))
                .toList();
    }

    /// What `PRISME_…` variables say, by name; the others are not ours. One that sets none of these options is taken
    /// for an option of the variable's own name, which cannot exist.
    static List<Assignment> ofVariables(Map<String, String> environment, List<Option> options) {
        return environment.entrySet().stream()
                .filter(variable -> Option.isVariable(variable.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> new Assignment(optionOf(variable.getKey(), options), variable.getValue(),
                        new Source.Variable(variable.getKey())))
                .toList();
    }

    private static String optionOf(String variable, List<Option> options) {
        return options.stream().filter(option -> option.variable().equals(variable)).map(Option::name)
                .findAny().orElse(variable);
    }
}
