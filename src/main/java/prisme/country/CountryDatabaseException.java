package prisme.country;

import java.nio.file.Path;

/// A country database that cannot be used. The message names the file, what is wrong with it, the place, and the
/// remedy.
public final class CountryDatabaseException extends Exception {
    private static final long serialVersionUID = 1;

    CountryDatabaseException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
