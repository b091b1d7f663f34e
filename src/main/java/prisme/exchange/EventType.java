package prisme.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import prisme.event.Event;

/// What the field `type` says of an event, and which fields such an event has beside those that all have.
enum EventType {
    PAGEVIEW("status", "version"),
    CUSTOM("name", "properties"),
    OUTBOUND_LINK_CLICK("link"),
    FILE_DOWNLOAD("url");

    private static final List<EventType> ALL = List.of(values());

    private final String word = name().toLowerCase(Locale.ROOT);
    private final List<String> fields;

    EventType(String... fields) {
        this.fields = List.of(fields);
    }

    static EventType of(Event event) {
        return switch (event) {
            case Event.Pageview _ -> PAGEVIEW;
            case Event.Custom _ -> CUSTOM;
            case Event.OutboundClick _ -> OUTBOUND_LINK_CLICK;
            case Event.FileDownload _ -> FILE_DOWNLOAD;
        };
    }

    /// The one that the field means.
    static Optional<EventType> called(String word) {
        for (EventType type : ALL) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// All there are, for people.
    static String words() {
        return ALL.stream().map(EventType::word).collect(Collectors.joining(", "));
    }

    /// What the field says.
    String word() {
        return word;
    }

    /// The fields of its own, in their order.
    List<String> fields() {
        return fields;
    }
}
