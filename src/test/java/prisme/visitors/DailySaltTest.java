package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import prisme.event.DeviceId;
import prisme.ip.IpAddress;

class DailySaltTest {
    private static final IpAddress ADDRESS = IpAddress.parse("203.0.113.77").orElseThrow();
    private final DailySalt salt = new DailySalt(0, new byte[DailySalt.BYTES]);

    /// The expected values come from `openssl dgst -sha256 -mac HMAC` over the bytes that the class describes.
    @Test void isHmacSha256OfTheLengthPrefixedParts() {
        Identity identity = salt.identityOf(new Fingerprint("ua", ADDRESS, "a.b"));
        assertEquals(new DeviceId(0xd72b2897e866e11bL, 0x15ebead5c82b7172L), identity.device());
        assertEquals("prisme_EDBF70317E65065C09A0B074732EDA48", identity.visitorId());
    }

    @Test void tellsPartsFromEachOther() {
        Set<Identity> identities = new HashSet<>();
        List<Fingerprint> fingerprints = List.of(
                new Fingerprint("ab", ADDRESS, "c"), new Fingerprint("a", ADDRESS, "bc"),
                new Fingerprint("", ADDRESS, "abc"), new Fingerprint("abc", ADDRESS, ""),
                new Fingerprint("ab", IpAddress.ofIPv4(0), "c"));
        fingerprints.forEach(fingerprint -> identities.add(salt.identityOf(fingerprint)));
        assertEquals(fingerprints.size(), identities.size());
    }

    @Test void givesOtherIdentitiesUnderAnotherKey() {
        byte[] key = new byte[DailySalt.BYTES];
        key[31] = 1;
        Fingerprint fingerprint = new Fingerprint("ua", ADDRESS, "a.b");
        assertNotEquals(salt.identityOf(fingerprint), new DailySalt(0, key).identityOf(fingerprint));
    }
}
