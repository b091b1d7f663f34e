package prisme.event;

import java.util.UUID;

/// What the first page view of a session determines for its whole life.
///
/// @param session        UUID version 7, whose time is the visit's start
/// @param domain         the site, as in [Page#domain()]
/// @param entryPath      path of the first page
/// @param referrerDomain where the visitor came from, or [Referrer.Direct#NAME]
/// @param country        ISO 3166-1 alpha-2, `XX` when unknown
/// @param client         browser, system and device
/// @param campaign       UTM values of the first page
public record Visit(UUID session, String domain, String entryPath, String referrerDomain, String country,
                    Client client, Campaign campaign) {
    /// The same visit under another id and with another entry page.
    public Visit as(UUID session, String entryPath) {
        return new Visit(session, domain, entryPath, referrerDomain, country, client, campaign);
    }
}
