package prisme.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import prisme.hash.Hmac;

/// A password or token that the owner may have set. Its text does not appear in `toString()`.
public sealed interface Secret {
    /// There is none.
    record None() implements Secret {}

    /// There is one.
    record Known(String text) implements Secret {
        /// Whether the text that somebody has sent is this one. How long that takes does not depend on how much of it
        /// is right.
        boolean matches(String given) {
            Hmac hmac = new Hmac(bytes());
            return MessageDigest.isEqual(hmac.of(bytes()), hmac.of(utf8(given)));
        }

        byte[] bytes() {
            return utf8(text);
        }

        @Override public String toString() {
            return "Known[secret]";
        }
    }

    /// The secret with this text; none if it is empty.
    static Secret of(String text) {
        return text.isEmpty() ? new None() : new Known(text);
    }

    /// Whether the text that somebody has sent is this secret. If none is set, no text is.
    default boolean isThis(String given) {
        return switch (this) {
            case None() -> false;
            case Known known -> known.matches(given);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
