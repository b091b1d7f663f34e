package prisme.visitors;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Visit;

/// A session as bytes: its id <16 B>, page views <4 B>, time of the latest one <8 B>, and texts, each as
/// [DataOutput#writeUTF(String)] has it: domain, entry path, referrer domain, country, browser, system, device, utm
/// source, medium, campaign, term, content, visitor id, latest path.
final class SessionForm {
    private SessionForm() {}

    static void write(Session.State session, DataOutput out) throws IOException {
        Visit visit = session.visit();
        out.writeLong(visit.session().getMostSignificantBits());
        out.writeLong(visit.session().getLeastSignificantBits());
        out.writeInt(session.pageviews());
        out.writeLong(session.latestAt().toEpochMilli());
        out.writeUTF(visit.domain());
        out.writeUTF(visit.entryPath());
        out.writeUTF(visit.referrerDomain());
        out.writeUTF(visit.country());
        out.writeUTF(visit.client().browser());
        out.writeUTF(visit.client().system());
        out.writeUTF(visit.client().device());
        Campaign campaign = visit.campaign();
        out.writeUTF(campaign.source());
        out.writeUTF(campaign.medium());
        out.writeUTF(campaign.campaign());
        out.writeUTF(campaign.term());
        out.writeUTF(campaign.content());
        out.writeUTF(session.visitorId());
        out.writeUTF(session.latestPath());
    }

    static Session.State read(DataInput in) throws IOException {
        UUID session = new UUID(in.readLong(), in.readLong());
        int pageviews = in.readInt();
        Instant latestAt = Instant.ofEpochMilli(in.readLong());
        Visit visit = new Visit(session, in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(),
                new Client(in.readUTF(), in.readUTF(), in.readUTF()),
                new Campaign(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF()));
        return new Session.State(visit, in.readUTF(), in.readUTF(), pageviews, latestAt);
    }
}
