package prisme.columns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import prisme.event.VisitorId;

/// A visitor id in 128 bits. An id that we made, `prisme_` and 32 upper-case hex digits, is those bits; for an id that
/// a site gives they are the first ones of its SHA-256.
record VisitorKey(long high, long low) {
    private static final String PREFIX = VisitorId.PREFIX;
    private static final int LENGTH = PREFIX.length() + 32;

    /// Whether the key is all that has to be kept of a visitor id.
    static boolean holds(String visitorId) {
        if (visitorId.length() != LENGTH || !visitorId.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            char c = visitorId.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }

    static VisitorKey of(String visitorId) {
        return holds(visitorId) ? read(visitorId) : digest(visitorId);
    }

    /// The id of which this is the key, provided that [#holds(String)] was true of it.
    String text() {
        return VisitorId.ofDay(high, low);
    }

    private static VisitorKey read(String visitorId) {
        int middle = PREFIX.length() + 16;
        return new VisitorKey(HexFormat.fromHexDigitsToLong(visitorId, PREFIX.length(), middle),
                HexFormat.fromHexDigitsToLong(visitorId, middle, LENGTH));
    }

    private static VisitorKey digest(String visitorId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(visitorId.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(digest);
            return new VisitorKey(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
