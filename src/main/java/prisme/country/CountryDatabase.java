package prisme.country;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import prisme.ip.IpAddress;

/// The countries of a database file in MaxMind's format (`.mmdb`), such as GeoLite2-Country, GeoLite2-City or DB-IP's.
///
/// When the file is opened, it is mapped into memory, read once from end to end, and closed. Answers come from a table
/// of ranges in the heap. A range of version 4 takes 6 bytes, one of version 6 takes 10, or 18 where there are prefixes
/// longer than /64; neighbours of the same country are joined. So a database of 70 MB needs a few megabytes here. The
/// file may be replaced, cut short or removed while the server runs; a new one is read at the next start.
///
/// The file is trusted: if it has a country for private addresses, they have that country.
public final class CountryDatabase implements Countries {
    /// The ranges of each version may take a quarter of the heap: there are two versions, and each table is copied
    /// while it grows.
    private static final int SHARE_OF_HEAP = 4;

    private final CountryRanges ranges;
    private final String type;

    private CountryDatabase(CountryRanges ranges, String type) {
        this.ranges = ranges;
        this.type = type;
    }

    /// Reads a database and checks all of it that an address can lead to.
    ///
    /// @throws CountryDatabaseException when the file cannot be read, is no database, is damaged, or has no countries
    public static CountryDatabase open(Path file) throws CountryDatabaseException {
        try {
            return map(file);
        } catch (IOException e) {
            throw new CountryDatabaseException(file, "cannot be read (" + e + ")", e);
        } catch (InternalError e) {
            /* How the JDK reports a page of a mapped file that is not there any more. */
            throw new CountryDatabaseException(file, "was cut short while it was read; try again", e);
        }
    }

    @Override
    public String countryOf(IpAddress address) {
        return ranges.countryOf(address);
    }

    /// The name that the database gives its kind, such as `GeoLite2-Country`.
    public String type() {
        return type;
    }

    private static CountryDatabase map(Path file) throws IOException, CountryDatabaseException {
        if (!Files.isRegularFile(file)) {
            throw new CountryDatabaseException(file, Files.exists(file) ? "is not a file" : "does not exist", null);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ); Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return read(file, bytes, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        }
    }

    /// Reads a database that is in memory.
    ///
    /// @param file     its name, for messages
    /// @param bytes    what is in it
    /// @param maxBytes how much heap the ranges of each version may take
    static CountryDatabase read(Path file, MemorySegment bytes, long maxBytes) throws CountryDatabaseException {
        try {
            MmdbMetadata metadata = MmdbMetadata.of(bytes);
            CountryRanges ranges = MmdbRanges.of(bytes, metadata, maxBytes);
            if (!ranges.hasCountries()) {
                throw new MmdbRefusal("has no country codes (its type is " + metadata.type()
                        + "); a Country or City database is needed");
            }
            return new CountryDatabase(ranges, metadata.type());
        } catch (MmdbRefusal e) {
            throw new CountryDatabaseException(file, e.getMessage(), e);
        }
    }
}
