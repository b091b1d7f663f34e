package prisme.visitors;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Visit;

/// Lets sessions that come from a file share the names that many of them have. Those that came from visitors share them
/// anyway, and [Session#weight()] reckons with that.
final class SharedNames {
    private static final int MOST = 4096;

    private final Map<String, String> names = new HashMap<>();

    Session.State in(Session.State session) {
        return new Session.State(in(session.visit()), session.visitorId(), session.latestPath(), session.pageviews(),
                session.latestAt());
    }

    private Visit in(Visit visit) {
        return new Visit(visit.session(), one(visit.domain()), visit.entryPath(), one(visit.referrerDomain()),
                one(visit.country()), in(visit.client()), in(visit.campaign()));
    }

    private Client in(Client client) {
        return new Client(one(client.browser()), one(client.system()), one(client.device()));
    }

    private Campaign in(Campaign campaign) {
        return new Campaign(one(campaign.source()), one(campaign.medium()), one(campaign.campaign()),
                one(campaign.term()), one(campaign.content()));
    }

    private String one(String name) {
        if (names.size() == MOST) {
            names.clear();
        }
        return names.computeIfAbsent(name, Function.identity());
    }
}
