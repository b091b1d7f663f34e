package prisme.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.Visit;

/// Reads the payload of a record, which [EventEncoder] wrote.
final class EventDecoder {
    private static final int TIME_AT = 1;
    private static final int SESSION_AT = TIME_AT + Long.BYTES;

    private final byte[] bytes;
    private final int end;
    private int position;

    private EventDecoder(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /// @param from where the payload begins
    /// @param end  where it ends
    /// @throws UnreadableRecord when it is not exactly one event
    static LogRecord decode(long sequence, byte[] bytes, int from, int end) throws UnreadableRecord {
        EventDecoder decoder = new EventDecoder(bytes, from, end);
        LogRecord record = decoder.record(sequence);
        if (decoder.position != end) {
            throw new UnreadableRecord("is longer than its event");
        }
        return record;
    }

    /// The event's time, in milliseconds since 1970 UTC.
    static long time(byte[] bytes, int payload) {
        return Frame.longAt(bytes, payload + TIME_AT);
    }

    /// The most significant bits of the session's id.
    static long sessionHigh(byte[] bytes, int payload) {
        return Frame.longAt(bytes, payload + SESSION_AT);
    }

    /// The least significant bits of the session's id.
    static long sessionLow(byte[] bytes, int payload) {
        return Frame.longAt(bytes, payload + SESSION_AT + Long.BYTES);
    }

    static boolean isPageview(byte[] bytes, int payload) {
        byte kind = bytes[payload];
        return kind == Kind.PAGEVIEW.code() || kind == Kind.PAGEVIEW_OF_DEVICE.code();
    }

    /// The number of a page view within its session; 0 where none can be read.
    static int version(byte[] bytes, int payload) {
        try {
            return new EventDecoder(bytes, payload + Frame.MIN_PAYLOAD, bytes.length).smallNumber();
        } catch (UnreadableRecord _) {
            return 0;
        }
    }

    private LogRecord record(long sequence) throws UnreadableRecord {
        Kind kind = Kind.coded(bytes[take(1)]);
        Instant at = Instant.ofEpochMilli(number());
        UUID session = new UUID(number(), number());
        return switch (kind) {
            case PAGEVIEW, PAGEVIEW_OF_DEVICE -> pageview(sequence, kind, at, session);
            case CUSTOM -> unknownSender(sequence,
                    new Event.Custom(at, visit(session), text(), text(), text(), text()));
            case OUTBOUND_CLICK -> unknownSender(sequence,
                    new Event.OutboundClick(at, visit(session), text(), text(), text()));
            case FILE_DOWNLOAD -> unknownSender(sequence,
                    new Event.FileDownload(at, visit(session), text(), text(), text()));
        };
    }

    private LogRecord pageview(long sequence, Kind kind, Instant at, UUID session) throws UnreadableRecord {
        int version = smallNumber();
        int status = smallNumber();
        Sender sender = kind == Kind.PAGEVIEW ? new Sender.Unknown()
                : new Sender.Device(new DeviceId(number(), number()));
        Event event = new Event.Pageview(at, visit(session), text(), text(), status, version);
        return new LogRecord(sequence, event, sender);
    }

    private static LogRecord unknownSender(long sequence, Event event) {
        return new LogRecord(sequence, event, new Sender.Unknown());
    }

    private Visit visit(UUID session) throws UnreadableRecord {
        return new Visit(session, text(), text(), text(), text(), new Client(text(), text(), text()),
                new Campaign(text(), text(), text(), text(), text()));
    }

    private long number() throws UnreadableRecord {
        return Frame.longAt(bytes, take(Long.BYTES));
    }

    private int smallNumber() throws UnreadableRecord {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new UnreadableRecord("has a number of more than 32 bits");
    }

    private String text() throws UnreadableRecord {
        int length = smallNumber();
        return length == 0 ? "" : new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    private int take(int length) throws UnreadableRecord {
        if (length < 0 || length > end - position) {
            throw new UnreadableRecord("is shorter than its event");
        }
        int from = position;
        position += length;
        return from;
    }
}
