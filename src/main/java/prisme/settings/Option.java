package prisme.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import prisme.wording.Spelling;

/// One option that the owner can set.
///
/// @param name      as in the file: words in lower case with dots between them
/// @param byDefault the default value, as it would be written
/// @param allowed   the allowed values, a text that fits after "must be"
/// @param meaning   what it does, in one or more sentences
public record Option(String name, String byDefault, String allowed, String meaning) {
    private static final String VARIABLE_PREFIX = "PRISME_";

    /// Its name as an environment variable: `PRISME_DATA_DIR` for `data.dir`.
    public String variable() {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// Its name as a flag, without the value: `--data.dir`.
    public String flag() {
        return "--" + name;
    }

    /// The name of the option that an environment variable would set, if there were such an option.
    static String nameIn(String variable) {
        return variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// The option whose name is most similar to a wrong one, if any is similar enough.
    static Optional<Option> nearest(String wrong, List<Option> options) {
        return Spelling.nearest(wrong, options.stream().map(Option::name).toList())
                .flatMap(name -> options.stream().filter(option -> option.name.equals(name)).findAny());
    }

    /// Whether an environment variable with this name is meant for Prisme.
    static boolean isVariable(String variable) {
        return variable.startsWith(VARIABLE_PREFIX);
    }
}
