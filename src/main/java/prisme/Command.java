package prisme;

import java.io.IOException;
import java.util.List;
import prisme.settings.SettingsException;

/// Something Prisme does when asked on the command line.
interface Command {
    /// The word that asks for it.
    String name();

    /// What it does, in one line without a full stop.
    String summary();

    /// All else worth knowing, in paragraphs; empty when the summary says it all.
    default String explanation() {
        return "";
    }

    /// The flags it takes besides `--help`, which every command understands.
    default List<Flag> flags() {
        return List.of();
    }

    /// What stands in the help for the words it takes besides flags, such as `FILE...`; empty when it takes none.
    default String operands() {
        return "";
    }

    /// How many words it takes besides flags.
    default int mostOperands() {
        return 0;
    }

    /// Does it. Data goes to the shell's `out`, everything else to its `err`.
    ///
    /// @throws UsageException    when the arguments contradict each other
    /// @throws SettingsException when the settings cannot be used
    /// @throws IOException       when reading or writing fails; its message is shown
    Exit run(Arguments arguments, Shell shell) throws IOException;
}
