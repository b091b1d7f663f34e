package prisme.settings;

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
        @Override public Countries open() {
            try {
                return CountryDatabase.open(path);
            } catch (CountryDatabaseException e) {
                throw new SettingsException("geo.database: " + e.getMessage() + "; it must be "
                        + Kind.geoDatabase().allowed());
            }
        }
    }

    /// Opens it. The built-in one is read at the first look-up.
    ///
    /// @throws SettingsException when the file cannot be read, or is no such database
    Countries open();
}
