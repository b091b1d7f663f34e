package prisme.settings;

import java.io.IOException;
import java.nio.file.Path;
import prisme.country.Countries;
import prisme.country.CountryDatabase;
import prisme.country.CountryDatabaseException;
import prisme.country.CountryTable;

/// Where the countries of addresses are looked up.
public sealed interface GeoDatabase {
    /// In the table inside the jar.
    record BuiltIn() implements GeoDatabase {
        @Override public Countries open() {
            return CountryTable.atFirstNeed();
        }
    }

    /// In a file in MaxMind's format.
    record File(Path path) implements GeoDatabase {
        @Override public Countries open() throws IOException {
            try {
                return CountryDatabase.open(path);
            } catch (CountryDatabaseException e) {
                throw new IOException("geo.database: " + e.getMessage(), e);
            }
        }
    }

    /// Opens it. The built-in one is read at the first look-up.
    ///
    /// @throws IOException when the file is missing, or is no such database
    Countries open() throws IOException;
}
