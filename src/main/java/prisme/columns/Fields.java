package prisme.columns;

/// Which field the codes of a column belong to.
final class Fields {
    private Fields() {}

    /// @throws IllegalArgumentException when the column has no codes of texts
    static Field of(SessionColumn column) {
        return switch (column) {
            case DOMAIN -> Field.DOMAIN;
            case ENTRY_PATH, EXIT_PATH -> Field.PATH;
            case REFERRER -> Field.REFERRER;
            case COUNTRY -> Field.COUNTRY;
            case SYSTEM -> Field.SYSTEM;
            case BROWSER -> Field.BROWSER;
            case DEVICE -> Field.DEVICE;
            case UTM_SOURCE -> Field.UTM_SOURCE;
            case UTM_MEDIUM -> Field.UTM_MEDIUM;
            case UTM_CAMPAIGN -> Field.UTM_CAMPAIGN;
            case UTM_TERM -> Field.UTM_TERM;
            case UTM_CONTENT -> Field.UTM_CONTENT;
            case VISITOR, VERSION, EXIT_STATUS -> throw new IllegalArgumentException(column + " has no texts");
        };
    }
}
