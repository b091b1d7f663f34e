package prisme.store;

import java.util.List;
import prisme.event.Event;

/// The kinds of events as they are numbered on disk: the first byte of a record's payload. Numbers are never reused.
enum Kind {
    PAGEVIEW_OF_DEVICE, PAGEVIEW, CUSTOM, OUTBOUND_CLICK, FILE_DOWNLOAD;

    private static final List<Kind> ALL = List.of(values());

    static Kind of(Event event, Sender sender) {
        return switch (event) {
            case Event.Pageview _ -> sender instanceof Sender.Device ? PAGEVIEW_OF_DEVICE : PAGEVIEW;
            case Event.Custom _ -> CUSTOM;
            case Event.OutboundClick _ -> OUTBOUND_CLICK;
            case Event.FileDownload _ -> FILE_DOWNLOAD;
        };
    }

    /// @throws UnreadableRecord when there is no such kind
    static Kind coded(byte code) throws UnreadableRecord {
        if (code < 1 || code > ALL.size()) {
            throw new UnreadableRecord("holds an event of unknown kind " + code);
        }
        return ALL.get(code - 1);
    }

    byte code() {
        return (byte) (ordinal() + 1);
    }
}
