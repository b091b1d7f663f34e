package prisme.exchange;

import java.util.List;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Visit;

/// The fields that the lines of events and of sessions have in common, at the end.
final class VisitFields {
    static final List<String> COLUMNS = List.of("country_code", "operating_system", "browser_family", "device",
            "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");

    private VisitFields() {}

    static void write(Visit visit, Row row) {
        Client client = visit.client();
        Campaign campaign = visit.campaign();
        row.text("country_code", visit.country());
        row.text("operating_system", client.system());
        row.text("browser_family", client.browser());
        row.text("device", client.device());
        row.text("utm_source", campaign.source());
        row.text("utm_medium", campaign.medium());
        row.text("utm_campaign", campaign.campaign());
        row.text("utm_term", campaign.term());
        row.text("utm_content", campaign.content());
    }
}
