package prisme.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads lines of bytes, one after the other, however many there are. Nothing is kept of a line that is too long. A
/// byte order mark before the first line is skipped.
final class Lines {
    /// The most bytes that a line may have.
    static final int LONGEST = 1024 * 1024;

    private static final int AHEAD = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final InputStream in;
    private byte[] buffer = new byte[2 * AHEAD];
    private int from;
    private int filled;
    private int lineEnd;
    private long number;
    private boolean isTooLong;
    private boolean isAtEnd;

    Lines(InputStream in) {
        this.in = in;
    }

    /// Goes on to the next line; false when there is none.
    boolean next() throws IOException {
        from = lineEnd;
        isTooLong = false;
        int at = endOfLine(from);
        while (at < 0 && !isAtEnd) {
            at = endOfLine(readMore());
        }
        lineEnd = at < 0 ? filled : at + 1;
        isTooLong |= size() > LONGEST;
        boolean isThere = lineEnd > from || isTooLong;
        number += isThere ? 1 : 0;
        from += number == 1 && isThere && startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        return isThere;
    }

    private boolean startsWith(byte[] bytes) {
        return size() >= bytes.length
                && Arrays.equals(buffer, from, from + bytes.length, bytes, 0, bytes.length);
    }

    /// The number of the line, from 1.
    long number() {
        return number;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    /// Whether there is nothing in the line but what JSON counts as white space.
    boolean isBlank() {
        int at = from;
        while (at < lineEnd && isWhitespace(buffer[at])) {
            at++;
        }
        return at == lineEnd;
    }

    private static boolean isWhitespace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    /// How many bytes the line has.
    int size() {
        return lineEnd - from;
    }

    byte[] line() {
        return Arrays.copyOfRange(buffer, from, lineEnd);
    }

    private int endOfLine(int start) {
        for (int i = start; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Reads more of the line that begins at `from`, which is moved to the front.
    ///
    /// @return where the new bytes begin
    private int readMore() throws IOException {
        if (filled - from > LONGEST) {
            isTooLong = true;
            filled = from;
        }
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        from = 0;
        if (buffer.length - filled < AHEAD) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int kept = filled;
        int read = in.read(buffer, kept, buffer.length - kept);
        isAtEnd = read < 0;
        filled += Math.max(read, 0);
        return kept;
    }
}
