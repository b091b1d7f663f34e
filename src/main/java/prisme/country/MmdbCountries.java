package prisme.country;

/// Finds the country in a database's record.
///
/// It is `country.iso_code` in the databases of MaxMind and DB-IP, `country_code` in flat ones, and in some flat ones
/// `country` itself is the code. The country where a network is registered (`registered_country`) is not used in place
/// of a missing country: the owner of a database wants to know where a visitor is, and there the database says that it
/// does not know.
final class MmdbCountries {
    private final MmdbSection data;
    private final CodeMemo memo = new CodeMemo();

    MmdbCountries(MmdbSection data) {
        this.data = data;
    }

    /// The code of the record at this place in the data section.
    ///
    /// @throws MmdbRefusal when the record, with all that is inside it, is not well formed
    short codeAt(long place) {
        short code = memo.get(place);
        if (code < 0) {
            code = read(place);
            memo.put(place, code);
        }
        return code;
    }

    private short read(long place) {
        MmdbValue record = data.resolve(place);
        if (record.type() != MmdbType.MAP) {
            data.skip(record.place(), 0);
            return CountryCode.UNKNOWN;
        }
        long[] found = data.find(record, "country", "country_code");
        short nested = nested(found[0]);
        return nested != CountryCode.UNKNOWN ? nested : code(found[1]);
    }

    private short nested(long place) {
        if (place < 0) {
            return CountryCode.UNKNOWN;
        }
        MmdbValue country = data.resolve(place);
        return country.type() == MmdbType.MAP ? code(data.find(country, "iso_code")[0]) : code(place);
    }

    private short code(long place) {
        if (place < 0) {
            return CountryCode.UNKNOWN;
        }
        MmdbValue text = data.resolve(place);
        return text.type() == MmdbType.STRING && text.size() == 2
                ? CountryCode.of(data.unsignedByte(text.payload()), data.unsignedByte(text.payload() + 1))
                : CountryCode.UNKNOWN;
    }
}
