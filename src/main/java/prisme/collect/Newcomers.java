package prisme.collect;

import prisme.event.Client;
import prisme.event.Url;
import prisme.visitors.Entrance;

/// Finds out who begins a visit.
final class Newcomers {
    private static final String UNKNOWN_COUNTRY = "XX";

    Entrance arrive(Report report, Url page) {
        return new Entrance.Person(Client.UNKNOWN, UNKNOWN_COUNTRY, Campaigns.of(page.query()));
    }
}
