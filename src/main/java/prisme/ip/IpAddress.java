package prisme.ip;

import java.nio.ByteBuffer;
import java.util.Optional;

/// An address of the Internet protocol, version 4 or 6.
///
/// Every address has 128 bits. One of version 4 is kept as the IPv4-mapped address `::ffff:a.b.c.d`
/// ([RFC 4291, 2.5.5.2](https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2)), so that a client has the same address
/// whether its connection came to a socket for version 4 or for both versions.
///
/// @param high the first 64 bits, in general the network part of a version 6 address
/// @param low  the last 64 bits
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    private static final long MAPPED = 0xffffL;

    /// The longest text that [#parse] can accept: six groups of four digits and a dotted tail.
    public static final int MAX_TEXT_LENGTH = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    /// Reads an address as people write it, with nothing around it: no space, port, bracket, prefix or zone.
    ///
    /// Version 4 is exactly four decimal numbers up to 255 without leading zeros: `127.1` and `010.8.8.8` mean
    /// different addresses to different programs and are refused. Version 6 is what [RFC 4291,
    /// 2.2](https://www.rfc-editor.org/rfc/rfc4291#section-2.2) allows: groups of one to four hexadecimal digits of
    /// either case, one `::` for one or more groups, a dotted tail. Names are never resolved.
    ///
    /// @return empty when the text is not an address
    public static Optional<IpAddress> parse(CharSequence text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        String address = text.toString();
        return address.indexOf(':') < 0 ? Ipv4Text.parse(address) : Ipv6Text.parse(address);
    }

    /// The address of these bytes in network order, as `InetAddress.getAddress()` gives them.
    ///
    /// @throws IllegalArgumentException unless there are 4 or 16 bytes
    public static IpAddress ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> ofIPv4(buffer.getInt());
            case 16 -> new IpAddress(buffer.getLong(), buffer.getLong());
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /// The version 4 address of these 32 bits: `0x7f000001` is `127.0.0.1`.
    public static IpAddress ofIPv4(int bits) {
        return new IpAddress(0, MAPPED << 32 | Integer.toUnsignedLong(bits));
    }

    /// Whether this is an address of version 4, however it was written.
    public boolean isIPv4() {
        return high == 0 && low >>> 32 == MAPPED;
    }

    /// The 32 bits of a version 4 address.
    ///
    /// @throws IllegalStateException when this is one of version 6
    public int ipv4() {
        if (!isIPv4()) {
            throw new IllegalStateException(this + " is not a version 4 address");
        }
        return (int) low;
    }

    /// The network of one customer, by which requests are counted: for version 4 the address itself, for version 6 its
    /// /64, in which a single machine may change its address at will.
    public IpAddress network() {
        return isIPv4() ? this : new IpAddress(high, 0);
    }

    /// Compares the bits as unsigned numbers.
    @Override
    public int compareTo(IpAddress other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /// The canonical text: `192.0.2.1`, or `2001:db8::1` as [RFC 5952](https://www.rfc-editor.org/rfc/rfc5952) writes
    /// it.
    @Override
    public String toString() {
        return isIPv4() ? Ipv4Text.format(ipv4()) : Ipv6Text.format(this);
    }
}
