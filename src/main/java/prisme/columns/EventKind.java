package prisme.columns;

import java.util.List;

/// The kinds of events as the column [EventColumn#KIND] numbers them.
///
/* The number of a kind is its place in this list, so new kinds are added at the end and none is removed. An earlier
 * Prisme does not know a new kind and must leave files with it alone: the version of the format changes with it. */
public enum EventKind {
    PAGEVIEW, CUSTOM, OUTBOUND_CLICK, FILE_DOWNLOAD;

    /// How many there are.
    public static final int COUNT = values().length;

    private static final List<EventKind> ALL = List.of(values());

    /// @throws IndexOutOfBoundsException when there is no such kind, which a file of our version never says
    public static EventKind numbered(int number) {
        return ALL.get(number);
    }

    /// What the column says.
    public int number() {
        return ordinal();
    }
}
