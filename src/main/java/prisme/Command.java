package prisme;

import java.io.IOException;
import java.util.List;
import prisme.settings.SettingsException;

/// A command of Prisme on the command line.
interface Command {
    /// The word by which it is called.
    String name();

    /// What it does, in one line without a full stop.
    String summary();

    /// What else the help says about it, in paragraphs; empty when the summary is enough.
    default String explanation() {
        return "";
    }

    /// The flags it takes besides `--help`, which every command understands.
    default List<Flag> flags() {
        return List.of();
    }

    /// How the help shows the operands, the words that it takes besides flags: `FILE...`; empty when it takes none.
    default String operands() {
        return "";
    }

    /// How many operands it takes at most.
    default int mostOperands() {
        return 0;
    }

    /// Runs it. Data is written to the shell's `out`, everything else to its `err`.
    ///
    /// @throws UsageException    when the arguments contradict each other
    /// @throws SettingsException when the settings cannot be used
    /// @throws IOException       when reading or writing fails; its message is shown
    Exit run(Arguments arguments, Shell shell) throws IOException;
}
