package prisme.columns;

/// A column of the events of a part that holds whole numbers.
public enum EventColumn {
    /// The row of the session.
    SESSION,
    /// The number of the [EventKind].
    KIND,
    /// Code of the path.
    PATH,
    /// HTTP status of a page view, else 0.
    STATUS,
    /// Version of a page view, else 0.
    VERSION,
    /// Code of a custom event's name, a click's link, a download's url; of a page view 0.
    SUBJECT,
    /// Code of a custom event's properties, else 0.
    PROPERTIES
}
