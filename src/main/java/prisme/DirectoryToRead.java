package prisme;

import java.io.IOException;
import java.nio.file.Path;
import prisme.store.EventLog;

/// The data directory for commands that read what is stored and change nothing.
final class DirectoryToRead {
    private DirectoryToRead() {}

    /// The directory that the settings name. If there never were events in it, this is said on standard error: nothing
    /// is read then, and a backup of the wrong directory would look like a good one.
    ///
    /// @throws IOException when it cannot be listed
    static Path of(Arguments arguments, Shell shell) throws IOException {
        Path directory = arguments.settings(shell).storage().directory();
        if (!EventLog.isIn(directory)) {
            shell.complain("there are no events in " + directory + ", which data.dir names");
        }
        return directory;
    }
}
