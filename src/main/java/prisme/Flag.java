package prisme;

import java.util.ArrayList;
import java.util.List;
import prisme.settings.Option;
import prisme.settings.Settings;
import prisme.settings.SettingsReader;

/// A flag of a command: `--name=value`, or `--name` for a switch.
///
/// @param name    without dashes
/// @param value   the value as shown in the help; empty for a switch, which takes none
/// @param meaning one or more sentences, of which the help shows the first
record Flag(String name, String value, String meaning) {
    /// A flag with a value.
    static Flag valued(String name, String value, String meaning) {
        return new Flag(name, value, meaning);
    }

    /// A switch: a flag without a value.
    static Flag bare(String name, String meaning) {
        return new Flag(name, "", meaning);
    }

    /// All flags of a command that reads the settings: its own, the one that names the settings file, and one for each
    /// option.
    static List<Flag> withSettings(Flag... own) {
        Flag config = valued(SettingsReader.FILE_FLAG, "FILE", "Reads the settings from this file instead of "
                + SettingsReader.DEFAULT_FILE + " in the working directory.");
        List<Flag> flags = new ArrayList<>(List.of(own));
        flags.add(config);
        for (Option option : Settings.options()) {
            flags.add(valued(option.name(), example(option), option.meaning()));
        }
        return List.copyOf(flags);
    }

    private static String example(Option option) {
        return option.byDefault().isEmpty() ? "VALUE" : option.byDefault();
    }

    boolean isSwitch() {
        return value.isEmpty();
    }

    /// The flag as it is written: `--port=8080`.
    String spelling() {
        return isSwitch() ? "--" + name : "--" + name + "=" + value;
    }
}
