package prisme.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decodes the UTF-8 in a request's head, of which the JDK's server reads every byte as one character of ISO-8859-1.
final class Latin1 {
    private Latin1() {}

    /// The text as its sender most likely meant it: decoded if its bytes are valid UTF-8, otherwise left alone.
    ///
    /// @param text its characters are bytes
    static String reread(String text) {
        return isAscii(text) ? text : utf8(text.getBytes(StandardCharsets.ISO_8859_1)).orElse(text);
    }

    /// The text that these bytes are in UTF-8; empty when they are not valid.
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
