package prisme.visitors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import prisme.event.DeviceId;
import prisme.event.VisitorId;
import prisme.hash.Hmac;

/// The secret key of one UTC day. Without it, an identity cannot be traced back to an address, not even by trying all
/// addresses.
///
/// An identity is the HMAC-SHA-256 (RFC 2104) of the fingerprint's three parts. The texts are preceded by their
/// lengths, so that no two fingerprints have the same bytes. The first half of the hash is the device, the second the
/// visitor id: one half of a pseudorandom function's output reveals nothing about the other, so one computation is
/// enough for both.
final class DailySalt {
    static final int BYTES = 32;


    private final long day;
    private final byte[] key;
    private final Hmac hmac;

    /// @param day days since 1970-01-01 UTC
    /// @param key [#BYTES] random bytes
    DailySalt(long day, byte[] key) {
        this.day = day;
        this.key = key.clone();
        this.hmac = new Hmac(key);
    }

    long day() {
        return day;
    }

    byte[] key() {
        return key.clone();
    }

    Identity identityOf(Fingerprint fingerprint) {
        ByteBuffer hash = ByteBuffer.wrap(hmac.of(bytesOf(fingerprint)));
        return new Identity(new DeviceId(hash.getLong(), hash.getLong()),
                VisitorId.ofDay(hash.getLong(), hash.getLong()));
    }

    private static byte[] bytesOf(Fingerprint fingerprint) {
        byte[] userAgent = fingerprint.userAgent().getBytes(StandardCharsets.UTF_8);
        byte[] domain = fingerprint.domain().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + 2 * Integer.BYTES + userAgent.length + domain.length)
                .putLong(fingerprint.address().high()).putLong(fingerprint.address().low())
                .putInt(domain.length).put(domain)
                .putInt(userAgent.length).put(userAgent)
                .array();
    }
}
