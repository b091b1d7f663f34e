package prisme.collect;

import prisme.event.Campaign;
import prisme.http.Query;

/// Reads the UTM values in a page's address.
final class Campaigns {
    private Campaigns() {}

    /// @param query what stands behind the `?` of the page's address
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
