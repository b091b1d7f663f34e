package prisme.settings;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import prisme.wording.Quote;

/// Combines the settings of the file, the environment and the flags; the later of these overrides the earlier.
///
/// @param directory   where the settings file is looked for
/// @param environment the variables
/// @param warnings    receives a sentence for each `PRISME_…` variable that sets no option; it may be meant for
///                    something else
public record SettingsReader(Path directory, Map<String, String> environment, Consumer<String> warnings) {
    /// The file that is read when no other is named.
    public static final String DEFAULT_FILE = "prisme.properties";

    /// The flag that names another file.
    public static final String FILE_FLAG = "config";

    /// Reads the settings.
    ///
    /// @param file  the value of [#FILE_FLAG]
    /// @param flags the values of the flags that set options, by the names of the options
    /// @throws SettingsException when anything in one of the three is invalid
    public Settings read(Optional<String> file, Map<String, String> flags) {
        List<Assignment> assignments = new ArrayList<>(fromFile(file));
        assignments.addAll(Assignment.ofVariables(environment, Settings.options()));
        assignments.addAll(Assignment.ofFlags(flags));
        Options options = new Options(assignments);
        Settings settings = Settings.from(options);
        options.requireNothingLeft().forEach(warnings);
        return settings;
    }

    private List<Assignment> fromFile(Optional<String> named) {
        if (named.isPresent()) {
            return SettingsFile.read(directory.resolve(path(named.get())));
        }
        /* A broken link is read, too, and thus an error: whoever made it wants to know. */
        Path file = directory.resolve(DEFAULT_FILE);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new SettingsException(file + " cannot be read: it is not a regular file");  // a pipe would be waited for
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? SettingsFile.read(file) : List.of();
    }

    private static Path path(String name) {
        try {
            return ValueKind.path().parse(name);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("flag --" + FILE_FLAG + ": the file must be " + ValueKind.path().allowed()
                    + ", but is " + Quote.of(name));
        }
    }
}
