package prisme.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name for a content, by which a client asks whether what it has is still the same
/// ([RFC 9110, 8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3)).
/* The tag is a weak one, since it is the same whether the content is sent compressed or not. */
record EntityTag(String opaque) {
    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");
    private static final int LENGTH = 32;

    /// The tag of this content: equal contents have equal tags.
    static EntityTag of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag(HexFormat.of().formatHex(hash).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The tag as it is written into the header `ETag`.
    String text() {
        return "W/\"" + opaque + "\"";
    }

    /// Whether a client that sends these lines of `If-None-Match` has the content already.
    boolean isAmong(List<String> lines) {
        return lines.stream().anyMatch(line -> line.strip().equals("*") || isIn(line));
    }

    private boolean isIn(String line) {
        Matcher tags = TAG.matcher(line);
        while (tags.find()) {
            if (tags.group(1).equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}
