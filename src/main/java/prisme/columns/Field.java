package prisme.columns;

/// What the texts of a part are. Entry, exit and event paths share one field. Every file has a dictionary for each
/// field, in this order, so one more field is another version of the format.
public enum Field {
    DOMAIN, PATH, REFERRER, COUNTRY, SYSTEM, BROWSER, DEVICE,
    UTM_SOURCE, UTM_MEDIUM, UTM_CAMPAIGN, UTM_TERM, UTM_CONTENT,
    EVENT_NAME, PROPERTIES, LINK, FILE
}
