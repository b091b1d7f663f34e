package prisme.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import prisme.hash.Hmac;
import prisme.http.Client;
import prisme.http.Request;

/// The cookie of somebody who has given the password: the time at which it expires, and a signature of that.
/* The key of the signature is derived from a key on the disk and the password. So with another password every cookie is
 * invalid, and neither a cookie nor the file of the key reveals anything about the password. The server does not
 * remember the cookies that it has given out. */
final class SessionCookie {
    static final String NAME = "prisme_session";

    private static final String FILE = "session-key";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int KEY_BYTES = 32;
    private static final int MAX_DIGITS = 12;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Hmac signature;

    private SessionCookie(Hmac signature) {
        this.signature = signature;
    }

    /// Cookies for this password, with a key that is kept in the data directory.
    ///
    /// @throws IOException when the key can be neither read nor written
    static SessionCookie of(Secret.Known password, Path directory) throws IOException {
        byte[] kept = new OwnerFile(directory.resolve(FILE), "whoever was signed in has to sign in again")
                .readOrWrite(bytes -> bytes.length == KEY_BYTES, SessionCookie::randomKey);
        return new SessionCookie(new Hmac(new Hmac(kept).of(password.bytes())));
    }

    /// The value of the header `Set-Cookie` that gives a cookie to the sender of this request.
    String issue(Request request, Instant now) {
        String end = Long.toString(now.plus(LIFE).getEpochSecond());
        return header(request, end + "." + ENCODER.encodeToString(signature(end)), LIFE.toSeconds());
    }

    /// The value of the header `Set-Cookie` that makes the browser delete its cookie.
    static String delete(Request request) {
        return header(request, "", 0);
    }

    /// Whether a request has a cookie that was issued here and has not expired.
    boolean isOn(Request request, Instant now) {
        return request.headers("Cookie").stream().flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(NAME + "="))
                .anyMatch(pair -> isValid(pair.substring(NAME.length() + 1), now));
    }

    private boolean isValid(String value, Instant now) {
        String[] parts = value.split("\\.", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1," + MAX_DIGITS + "}")) {
            return false;
        }
        String right = ENCODER.encodeToString(signature(parts[0]));
        boolean isSigned = MessageDigest.isEqual(ascii(right), parts[1].getBytes(StandardCharsets.UTF_8));
        return isSigned && now.getEpochSecond() < Long.parseLong(parts[0]);
    }

    private byte[] signature(String end) {
        return signature.of(ascii(end));
    }

    private static String header(Request request, String value, long seconds) {
        String secure = request.client().scheme() == Client.Scheme.HTTPS ? "; Secure" : "";
        return NAME + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict" + secure;
    }

    private static byte[] randomKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
