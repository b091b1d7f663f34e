package prisme.stats;

import prisme.columns.Field;
import prisme.columns.SessionColumn;
import prisme.stats.Selection.Dimension;

/// Where a part keeps a text of a session.
record SessionField(SessionColumn column, Field field) {
    /// The text by which a dimension filters.
    ///
    /// @throws IllegalArgumentException for [Dimension#PATH], of which a session has many
    static SessionField of(Dimension dimension) {
        return switch (dimension) {
            case DOMAIN -> new SessionField(SessionColumn.DOMAIN, Field.DOMAIN);
            case PATH -> throw new IllegalArgumentException("a session has many paths");
            case ENTRY_PATH -> new SessionField(SessionColumn.ENTRY_PATH, Field.PATH);
            case EXIT_PATH -> new SessionField(SessionColumn.EXIT_PATH, Field.PATH);
            case REFERRER -> new SessionField(SessionColumn.REFERRER, Field.REFERRER);
            case SYSTEM -> new SessionField(SessionColumn.SYSTEM, Field.SYSTEM);
            case BROWSER -> new SessionField(SessionColumn.BROWSER, Field.BROWSER);
            case DEVICE -> new SessionField(SessionColumn.DEVICE, Field.DEVICE);
            case COUNTRY -> new SessionField(SessionColumn.COUNTRY, Field.COUNTRY);
            case UTM_SOURCE -> new SessionField(SessionColumn.UTM_SOURCE, Field.UTM_SOURCE);
            case UTM_MEDIUM -> new SessionField(SessionColumn.UTM_MEDIUM, Field.UTM_MEDIUM);
            case UTM_CAMPAIGN -> new SessionField(SessionColumn.UTM_CAMPAIGN, Field.UTM_CAMPAIGN);
            case UTM_TERM -> new SessionField(SessionColumn.UTM_TERM, Field.UTM_TERM);
            case UTM_CONTENT -> new SessionField(SessionColumn.UTM_CONTENT, Field.UTM_CONTENT);
        };
    }
}
