package prisme.watch;

import prisme.ip.IpAddress;

/// Shortens addresses to what the owner gets to see: a network, not a person. Of version 4 the first three bytes are
/// kept (/24), of version 6 the first six (/48). A loopback address stays whole.
final class ShownAddress {
    private static final IpAddress LOOPBACK_IPV6 = new IpAddress(0, 1);
    private static final int LOOPBACK_IPV4 = 127;

    private ShownAddress() {}

    /// The address with its last bytes set to zero.
    static IpAddress of(IpAddress address) {
        return isLoopback(address) ? address : network(address);
    }

    private static IpAddress network(IpAddress address) {
        return address.isIPv4() ? IpAddress.ofIPv4(address.ipv4() & 0xffff_ff00)
                : new IpAddress(address.high() & 0xffff_ffff_ffff_0000L, 0);
    }

    private static boolean isLoopback(IpAddress address) {
        return address.equals(LOOPBACK_IPV6) || address.isIPv4() && address.ipv4() >>> 24 == LOOPBACK_IPV4;
    }
}
