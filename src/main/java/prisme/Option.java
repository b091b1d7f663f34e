package prisme;

import java.util.Locale;

/// One thing the owner can choose.
///
/// @param name      as the file spells it: words in lower case with dots between them
/// @param byDefault the value when nothing is said, as it would be written
/// @param allowed   the values it takes, a text that fits behind "must be"
/// @param meaning   one or more sentences
record Option(String name, String byDefault, String allowed, String meaning) {
    private static final String VARIABLE_PREFIX = "PRISME_";

    /// The environment's spelling: `PRISME_DATA_DIR` for `data.dir`.
    String variable() {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// The flag's spelling, without its value: `--data.dir`.
    String flag() {
        return "--" + name;
    }

    /// Whether an environment variable of this name is meant for us.
    static boolean isVariable(String variable) {
        return variable.startsWith(VARIABLE_PREFIX);
    }
}
