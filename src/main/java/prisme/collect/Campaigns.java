package prisme.collect;

import prisme.event.Campaign;
import prisme.http.Query;

/// Reads the campaign from the UTM parameters in a page's address.
final class Campaigns {
    private Campaigns() {}

    /// @param query the part of the page's address after the `?`
    static Campaign of(String query) {
        if (query.isEmpty()) {
            return Campaign.NONE;
        }
        Query parameters = Query.parse(query);
        String source = value(parameters, "utm_source");
        return new Campaign(source.isEmpty() ? value(parameters, "ref") : source, value(parameters, "utm_medium"),
                value(parameters, "utm_campaign"), value(parameters, "utm_term"), value(parameters, "utm_content"));
    }

    private static String value(Query parameters, String name) {
        return parameters.first(name).orElse("");
    }
}
