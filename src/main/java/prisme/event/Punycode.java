package prisme.event;

/// Writes text in letters, digits and hyphens of ASCII (RFC 3492).
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int MOST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final int[] text;
    private final StringBuilder encoded = new StringBuilder();
    private int bias = FIRST_BIAS;

    private Punycode(int[] text) {
        this.text = text;
    }

    /// The text encoded, without the prefix that host names have. Takes time with the square of the text's length.
    static String encoded(String text) {
        return new Punycode(text.codePoints().toArray()).encode();
    }

    /* First the characters of ASCII as they are. Then those beyond it in ascending order, each as the number of steps
     * from the one before: a step goes to the next place in the text, and from its end to the next character. */
    private String encode() {
        for (int c : text) {
            if (c < FIRST_BEYOND_ASCII) {
                encoded.append((char) c);
            }
        }
        int ascii = encoded.length();
        if (ascii > 0) {
            encoded.append('-');
        }
        int steps = 0;
        int character = FIRST_BEYOND_ASCII;
        for (int done = ascii; done < text.length; character++) {
            int next = next(character);
            steps += (next - character) * (done + 1);
            character = next;
            for (int c : text) {
                if (c < character) {
                    steps++;
                } else if (c == character) {
                    append(steps);
                    bias = adapted(steps, done + 1, done == ascii);
                    steps = 0;
                    done++;
                }
            }
            steps++;
        }
        return encoded.toString();
    }

    private int next(int from) {
        int next = Integer.MAX_VALUE;
        for (int c : text) {
            next = c >= from ? Math.min(next, c) : next;
        }
        return next;
    }

    /* Digits of varying base, the least significant one first. */
    private void append(int number) {
        int left = number;
        int weight = BASE;
        for (int threshold = threshold(weight); left >= threshold; threshold = threshold(weight)) {
            encoded.append(digit(threshold + (left - threshold) % (BASE - threshold)));
            left = (left - threshold) / (BASE - threshold);
            weight += BASE;
        }
        encoded.append(digit(left));
    }

    private int threshold(int weight) {
        return Math.clamp(weight - bias, LEAST_THRESHOLD, MOST_THRESHOLD);
    }

    private static int adapted(int steps, int count, boolean isFirst) {
        int delta = steps / (isFirst ? DAMP : 2);
        delta += delta / count;
        int bias = 0;
        while (delta > (BASE - LEAST_THRESHOLD) * MOST_THRESHOLD / 2) {
            delta /= BASE - LEAST_THRESHOLD;
            bias += BASE;
        }
        return bias + (BASE - LEAST_THRESHOLD + 1) * delta / (delta + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
