package prisme.country;

import java.util.stream.IntStream;
import prisme.ip.IpAddress;

/// Both address spaces divided into countries: what a database of the owner's is turned into when it is opened.
///
/// A look-up is a binary search and allocates nothing. Instead of belonging to a country, a range of version 6 may
/// stand for the whole version 4 space, as 6to4 (`2002::/16`) does in many databases: its value is then
/// [#embeddedAfter].
record CountryRanges(Ipv4Ranges ipv4, Ipv6Ranges ipv6) implements Countries {
    /// The value of a version 6 range whose addresses carry one of version 4 after this many bits, at most 96.
    static short embeddedAfter(int bits) {
        return (short) ~bits;
    }

    @Override
    public String countryOf(IpAddress address) {
        return CountryCode.text(address.isIPv4() ? ipv4.valueOf(address.ipv4()) : version6(address));
    }

    /// Whether any address has a country.
    boolean hasCountries() {
        return IntStream.range(0, ipv4.count()).mapToObj(ipv4::value).anyMatch(CountryRanges::isCountry)
                || IntStream.range(0, ipv6.count()).mapToObj(ipv6::value).anyMatch(CountryRanges::isCountry);
    }

    private static boolean isCountry(short value) {
        return value >= 0 && value != CountryCode.UNKNOWN;
    }

    private short version6(IpAddress address) {
        short value = ipv6.valueOf(address.high(), address.low());
        return value >= 0 ? value : ipv4.valueOf(embedded(address, ~value));
    }

    private static int embedded(IpAddress address, int bits) {
        if (bits <= Integer.SIZE) {
            return (int) (address.high() >>> (Integer.SIZE - bits));
        }
        long end = address.low() >>> (Long.SIZE + Integer.SIZE - bits);
        return (int) (bits >= Long.SIZE ? end : address.high() << (bits - Integer.SIZE) | end);
    }
}
