package prisme.country;

import java.io.IOException;
import java.io.UncheckedIOException;
import prisme.files.Bundled;
import prisme.ip.IpAddress;

/// The table of countries that comes with the program: who the five regional Internet registries gave an address block
/// to.
///
/// It is made of the delegation statistics of the Number Resource Organization; `ATTRIBUTION.txt` beside the table has
/// the licence. A country is where the holder of a block registered it, which for a network that spans countries is not
/// always where it is used. Private and reserved addresses have no holder, so they are [Countries#UNKNOWN], and so are
/// the addresses of transition mechanisms (6to4, Teredo, NAT64): the block around them belongs to nobody.
///
/// The table takes less than 1 MB of heap.
public final class CountryTable implements Countries {
    private static final String RESOURCE = "countries.bin";

    private final PackedTable table;

    private CountryTable(PackedTable table) {
        this.table = table;
    }

    /// Reads the table from the program's own files, in a hundredth of a second.
    ///
    /// @throws UncheckedIOException when the program's files are damaged
    public static CountryTable load() {
        try {
            return new CountryTable(PackedTable.of(Bundled.bytes(CountryTable.class, RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in country table cannot be read; is the jar complete?", e);
        }
    }

    /// The table, read by the first look-up. Other look-ups meanwhile wait for that, so no answer is wrong because it
    /// came early.
    public static Countries atFirstNeed() {
        return address -> Loaded.TABLE.countryOf(address);
    }

    /// Java loads this class, and with it the table, when it is first used.
    private static final class Loaded {
        private static final CountryTable TABLE = load();
    }

    @Override
    public String countryOf(IpAddress address) {
        return address.isIPv4()
                ? table.ipv4().countryOf(Integer.toUnsignedLong(address.ipv4()) >>> PackedTable.IPV4_BLOCK_BITS)
                : table.ipv6().countryOf(address.high());
    }

    PackedTable table() {
        return table;
    }
}
