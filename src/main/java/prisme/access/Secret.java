package prisme.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import prisme.hash.Hmac;

/// A password or token that the owner has set, or has not. It shows itself to nobody.
public sealed interface Secret {
    /// There is none.
    record None() implements Secret {}

    /// There is one.
    record Known(String text) implements Secret {
        /// Whether a stranger's text is this one. How long that takes says nothing about how alike they are.
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

    /// The secret of this text; none when it is empty.
    static Secret of(String text) {
        return text.isEmpty() ? new None() : new Known(text);
    }

    /// Whether a stranger's text is this secret; no text is where there is none.
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
