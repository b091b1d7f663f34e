package prisme.country;

import prisme.ip.IpAddress;

/// Says which country an address is registered in or, with a database of the owner's, is used in.
@FunctionalInterface
public interface Countries {
    /// The code of an address that belongs to no country, or to none that is known: a code that ISO 3166-1 leaves to
    /// its users.
    String UNKNOWN = "XX";

    /// The country of an address: two capital letters, an ISO 3166-1 alpha-2 code or [#UNKNOWN].
    ///
    /// Never fails, and never asks anything outside the process. May be called from any thread.
    String countryOf(IpAddress address);
}
