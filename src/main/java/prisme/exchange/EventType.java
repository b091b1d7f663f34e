package prisme.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import prisme.event.Event;

/// The values of the field `type`, each with the fields that such events have in addition to those of all events.
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

    /// The type with this value of the field.
    static Optional<EventType> called(String word) {
        for (EventType type : ALL) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// All values of the field, for a message.
    static String words() {
        return ALL.stream().map(EventType::word).collect(Collectors.joining(", "));
    }

    /// The value of the field.
    String word() {
        return word;
    }

    /// The fields of its own, in their order.
    List<String> fields() {
        return fields;
    }
}
