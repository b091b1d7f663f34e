package prisme.columns;

/// What a text in a part can be. Entry, exit and event paths share one field. There is a dictionary for each in every
/// file, in this order, so one more is another version of the format.
public enum Field {
    DOMAIN, PATH, REFERRER, COUNTRY, SYSTEM, BROWSER, DEVICE,
    UTM_SOURCE, UTM_MEDIUM, UTM_CAMPAIGN, UTM_TERM, UTM_CONTENT,
    EVENT_NAME, PROPERTIES, LINK, FILE
}
