package prisme.collect;

import prisme.country.Countries;
import prisme.event.Client;
import prisme.event.Url;
import prisme.http.Request;
import prisme.useragent.ClientHints;
import prisme.useragent.UserAgent;
import prisme.useragent.UserAgentMemo;
import prisme.useragent.Verdict;
import prisme.visitors.Entrance;

/// Finds out who begins a visit.
final class Newcomers {
    private final UserAgentMemo userAgents = new UserAgentMemo();
    private final Countries countries;

    Newcomers(Countries countries) {
        this.countries = countries;
    }

    Entrance arrive(Report report, Url page) {
        Request request = report.request();
        UserAgent userAgent = userAgents.parse(report.userAgent(), hints(request));
        return switch (userAgent.verdict()) {
            case Verdict.Bot(String reason) -> new Entrance.Bot(reason);
            case Verdict.Person() -> new Entrance.Person(client(userAgent.client()),
                    countries.countryOf(request.client().address()), Campaigns.of(page.query()));
        };
    }

    private static ClientHints hints(Request request) {
        return new ClientHints(request.header("Sec-CH-UA-Platform").orElse(""),
                request.header("Sec-CH-UA-Model").orElse(""));
    }

    private static Client client(prisme.useragent.Client read) {
        return new Client(read.browser(), read.system(), read.device());
    }
}
