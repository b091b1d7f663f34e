package prisme.columns;

/// A column of the sessions of a part that holds whole numbers: codes of texts ([Field]), unless stated otherwise.
public enum SessionColumn {
    DOMAIN, ENTRY_PATH, EXIT_PATH, REFERRER, COUNTRY, SYSTEM, BROWSER, DEVICE,
    UTM_SOURCE, UTM_MEDIUM, UTM_CAMPAIGN, UTM_TERM, UTM_CONTENT,
    /// The visitor, from 0.
    VISITOR,
    /// The number of page views up to the last one, 0 where the row has none.
    VERSION,
    /// HTTP status of the last page view.
    EXIT_STATUS
}
