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
        @Override public GeoDatabase namedAt(String named) {
            return this;
        }

        @Override public Countries open() {
            return CountryTable.atFirstNeed();
        }
    }

    /// In a file in MaxMind's format.
    ///
    /// @param place where the owner names it, as it stands at the beginning of a message; empty while nobody knows
    record File(Path path, String place) implements GeoDatabase {
        File(Path path) {
            this(path, "");
        }

        @Override public GeoDatabase namedAt(String named) {
            return new File(path, named + ": ");
        }

        @Override public Countries open() {
            try {
                return CountryDatabase.open(path);
            } catch (CountryDatabaseException e) {
                throw new SettingsException(place + "geo.database: " + e.getMessage() + "; it must be "
                        + ValueKind.geoDatabase().allowed());
            }
        }
    }

    /// The same, and where the owner names it.
    GeoDatabase namedAt(String place);

    /// Opens it. The built-in one is read at the first look-up.
    ///
    /// @throws SettingsException when the file cannot be read, or is no such database
    Countries open();
}
