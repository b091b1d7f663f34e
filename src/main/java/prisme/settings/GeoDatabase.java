package prisme.settings;

import java.nio.file.Path;
import prisme.country.Countries;
import prisme.country.CountryDatabase;
import prisme.country.CountryDatabaseException;
import prisme.country.CountryTable;

/// Where the country of an address is looked up.
public sealed interface GeoDatabase {
    /// The table inside the jar.
    record BuiltIn() implements GeoDatabase {
        @Override public GeoDatabase namedAt(String named) {
            return this;
        }

        @Override public Countries open() {
            return CountryTable.atFirstNeed();
        }
    }

    /// A file in MaxMind's format.
    ///
    /// @param place where the setting was made, as the beginning of a message; empty until [#namedAt] is called
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

    /// The same database with the place where the setting was made, as the beginning of a message.
    GeoDatabase namedAt(String place);

    /// Opens the database. The built-in table is only read at the first look-up.
    ///
    /// @throws SettingsException when the file cannot be read, or is no country database
    Countries open();
}
