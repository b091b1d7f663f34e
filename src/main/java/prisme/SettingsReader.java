package prisme;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts together what the settings file, the environment and the flags say; the later wins.
final class SettingsReader {
    static final String DEFAULT_FILE = "prisme.properties";

    private SettingsReader() {}

    /// The settings for a command. A `PRISME_…` variable that sets no option is complained of and ignored: it may be
    /// meant for something else.
    ///
    /// @throws SettingsException when anything any of the three says cannot be used
    static Settings read(Arguments arguments, Shell shell) {
        List<Assignment> assignments = new ArrayList<>(fromFile(arguments.value(Flag.CONFIG), shell.directory()));
        assignments.addAll(Assignment.ofVariables(shell.environment(), Settings.options()));
        assignments.addAll(Assignment.ofFlags(arguments.settings()));
        Options options = new Options(assignments);
        Settings settings = Settings.from(options);
        options.requireNothingLeft().forEach(shell::complain);
        return settings;
    }

    private static List<Assignment> fromFile(Optional<String> named, Path directory) {
        if (named.isPresent()) {
            return SettingsFile.read(directory.resolve(path(named.get())));
        }
        /* Also read when it is a link that leads nowhere: whoever made it wants to know. */
        Path file = directory.resolve(DEFAULT_FILE);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? SettingsFile.read(file) : List.of();
    }

    private static Path path(String name) {
        try {
            return Kind.path().parse(name);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("flag --" + Flag.CONFIG + ": the file must be " + Kind.path().allowed()
                    + ", but is " + Quote.of(name));
        }
    }
}
