package prisme.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import prisme.wording.Spelling;

/// One thing the owner can choose.
///
/// @param name      as the file spells it: words in lower case with dots between them
/// @param byDefault the value when nothing is said, as it would be written
/// @param allowed   the values it takes, a text that fits behind "must be"
/// @param meaning   one or more sentences
public record Option(String name, String byDefault, String allowed, String meaning) {
    private static final String VARIABLE_PREFIX = "PRISME_";

    /// The environment's spelling: `PRISME_DATA_DIR` for `data.dir`.
    public String variable() {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// The flag's spelling, without its value: `--data.dir`.
    public String flag() {
        return "--" + name;
    }

    /// What an environment variable of ours would set, if its name were right.
    static String nameIn(String variable) {
        return variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// The option that was meant by a wrong name, if any is near.
    static Optional<Option> nearest(String wrong, List<Option> options) {
        return Spelling.nearest(wrong, options.stream().map(Option::name).toList())
                .flatMap(name -> options.stream().filter(option -> option.name.equals(name)).findAny());
    }

    /// Whether an environment variable of this name is meant for us.
    static boolean isVariable(String variable) {
        return variable.startsWith(VARIABLE_PREFIX);
    }
}
