package prisme.visitors;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Visit;

/// Turns sessions into bytes and back: the id <16 B>, the number of page views <4 B>, the time of the latest one in
/// milliseconds since 1970 <8 B>, and texts in the format of [java.io.DataOutput#writeUTF(String)]: domain, entry path,
/// referrer domain, country, browser, system, device, utm source, medium, campaign, term, content, visitor id, latest
/// path.
final class SessionCodec {
    private static final int TEXTS = 14;

    private SessionCodec() {}

    static void write(Session.State session, BinaryWriter out) throws IOException {
        Visit visit = session.visit();
        out.int64(visit.session().getMostSignificantBits());
        out.int64(visit.session().getLeastSignificantBits());
        out.int32(session.pageviews());
        out.int64(session.latestAt().toEpochMilli());
        out.text(visit.domain());
        out.text(visit.entryPath());
        out.text(visit.referrerDomain());
        out.text(visit.country());
        out.text(visit.client().browser());
        out.text(visit.client().system());
        out.text(visit.client().device());
        Campaign campaign = visit.campaign();
        out.text(campaign.source());
        out.text(campaign.medium());
        out.text(campaign.campaign());
        out.text(campaign.term());
        out.text(campaign.content());
        out.text(session.visitorId());
        out.text(session.latestPath());
    }

    /// Copies a session without decoding its texts.
    ///
    /// @return the time of its latest page view, in milliseconds since 1970
    static long copy(BinaryReader in, BinaryWriter out) throws IOException {
        out.int64(in.int64());
        out.int64(in.int64());
        out.int32(in.int32());
        long latestAt = in.int64();
        out.int64(latestAt);
        in.copyTexts(TEXTS, out);
        return latestAt;
    }

    static Session.State read(BinaryReader in) throws IOException {
        UUID session = new UUID(in.int64(), in.int64());
        int pageviews = in.int32();
        Instant latestAt = Instant.ofEpochMilli(in.int64());
        Visit visit = new Visit(session, in.text(), in.text(), in.text(), in.text(),
                new Client(in.text(), in.text(), in.text()),
                new Campaign(in.text(), in.text(), in.text(), in.text(), in.text()));
        return new Session.State(visit, in.text(), in.text(), pageviews, latestAt);
    }
}
