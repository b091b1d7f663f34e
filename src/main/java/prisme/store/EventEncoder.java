package prisme.store;

import java.util.Arrays;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.Visit;

/// Writes one event as the payload of a record, behind room for its [Frame].
final class EventEncoder {
    private static final int USUAL_SIZE = 512;
    private static final int WIDEST_CHARACTER = 3;
    private static final int WIDEST_VARINT = 5;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size = Frame.HEADER_SIZE;

    private EventEncoder() {}

    /// @return room for the frame, and then the payload
    /// @throws IllegalArgumentException when the event is larger than a record may be
    static byte[] encode(Event event, Sender sender) {
        EventEncoder encoder = new EventEncoder();
        encoder.event(event, sender);
        if (encoder.size > Frame.MAX_SIZE) {
            throw new IllegalArgumentException("an event takes " + encoder.size
                    + " bytes, more than a record may have");
        }
        return Arrays.copyOf(encoder.bytes, encoder.size);
    }

    /// Whether the event is not larger than a record may be.
    static boolean isSmallEnough(Event event) {
        EventEncoder encoder = new EventEncoder();
        encoder.event(event, new Sender.Unknown());
        return encoder.size <= Frame.MAX_SIZE;
    }

    private void event(Event event, Sender sender) {
        ensure(Long.BYTES);
        bytes[size++] = Kind.of(event, sender).code();
        number(event.at().toEpochMilli());
        UUID session = event.visit().session();
        number(session.getMostSignificantBits());
        number(session.getLeastSignificantBits());
        if (event instanceof Event.Pageview pageview) {
            pageview(pageview, sender);
        }
        visit(event.visit());
        text(event.visitorId());
        text(event.path());
        detail(event);
    }

    private void pageview(Event.Pageview pageview, Sender sender) {
        smallNumber(pageview.version());
        smallNumber(pageview.status());
        if (sender instanceof Sender.Device(DeviceId(long high, long low))) {
            number(high);
            number(low);
        }
    }

    private void visit(Visit visit) {
        text(visit.domain());
        text(visit.entryPath());
        text(visit.referrerDomain());
        text(visit.country());
        Client client = visit.client();
        text(client.browser());
        text(client.system());
        text(client.device());
        Campaign campaign = visit.campaign();
        text(campaign.source());
        text(campaign.medium());
        text(campaign.campaign());
        text(campaign.term());
        text(campaign.content());
    }

    private void detail(Event event) {
        switch (event) {
            case Event.Pageview _ -> { }
            case Event.Custom custom -> {
                text(custom.name());
                text(custom.properties());
            }
            case Event.OutboundClick click -> text(click.link());
            case Event.FileDownload download -> text(download.url());
        }
    }

    private void number(long value) {
        ensure(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /// Seven bits a byte, the lowest first, the highest bit set in all but the last byte.
    private void smallNumber(int value) {
        ensure(WIDEST_VARINT);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /* Nearly all texts are ASCII and have as many bytes as characters, so that is tried first. */
    private void text(String text) {
        int start = size;
        smallNumber(text.length());
        if (!ascii(text)) {
            size = start;
            smallNumber(utf8Length(text));
            utf8(text);
        }
    }

    /// Writes a text if all of it is ASCII, and says whether it is.
    private boolean ascii(String text) {
        int length = text.length();
        ensure(length);
        int to = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            bytes[to++] = (byte) c;
        }
        size = to;
        return true;
    }

    private void utf8(String text) {
        ensure(text.length() * WIDEST_CHARACTER);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else {
                i += beyondAscii(codePointAt(text, i));
            }
        }
    }

    /// Writes a character, and returns how many more chars than one it has.
    private int beyondAscii(int codePoint) {
        if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | codePoint >> 6);
        } else if (codePoint < 0x10000) {
            bytes[size++] = (byte) (0xE0 | codePoint >> 12);
            bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        } else {
            bytes[size++] = (byte) (0xF0 | codePoint >> 18);
            bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
        return Character.charCount(codePoint) - 1;
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                int codePoint = codePointAt(text, i);
                length += codePoint < 0x800 ? 1 : 2;
                i += Character.charCount(codePoint) - 1;
            }
        }
        return length;
    }

    /* Half a surrogate pair is not a character and cannot be written in UTF-8: a reader would stumble over it. */
    private static int codePointAt(String text, int i) {
        int codePoint = text.codePointAt(i);
        boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return isHalf ? REPLACEMENT : codePoint;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
