package prisme.collect;

import prisme.country.Countries;
import prisme.event.Client;
import prisme.event.Url;
import prisme.http.Request;
import prisme.useragent.ClientHints;
import prisme.useragent.UserAgent;
import prisme.useragent.UserAgentMemo;
import prisme.useragent.Verdict;
import prisme.visitors.NewVisitor;

/// Determines who begins a visit: a bot, or a person with a client, a country and a campaign.
final class NewVisitorReader {
    private final Countries countries;

    NewVisitorReader(Countries countries) {
        this.countries = countries;
    }

    NewVisitor read(Report report, Url page) {
        Request request = report.request();
        UserAgent userAgent = UserAgentMemo.shared().parse(report.userAgent(), hints(request));
        return switch (userAgent.verdict()) {
            case Verdict.Bot(String reason) -> new NewVisitor.Bot(reason);
            case Verdict.Person() -> new NewVisitor.Person(client(userAgent.client()),
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
