package prisme.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The JDK's server reads every byte of a request's head as one character of ISO-8859-1. What was sent as UTF-8 is made
/// readable here.
final class Latin1 {
    private Latin1() {}

    /// The text as its sender most likely meant it: read as UTF-8 where the bytes are that, else left alone.
    static String reread(String text) {
        return isAscii(text) ? text : utf8(text.getBytes(StandardCharsets.ISO_8859_1)).orElse(text);
    }

    /// The text these bytes are in UTF-8, to the letter; empty when they are none.
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
