package prisme.event;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/// Turns host names with letters beyond ASCII into the form in which browsers send them: `xn--bcher-kva.de` for
/// `Bücher.de`. Follows [UTS #46](https://www.unicode.org/reports/tr46/), nontransitional, as browsers do.
///
/* [java.net.IDN] implements IDNA 2003, which makes ss of ß and so names another host, and knows no letters that are
 * newer. The table of UTS #46 is large; its mapping is case folding and NFKC for nearly all characters. What is not
 * checked are rules for the order of letters, such as those of right-to-left scripts: names that break them are sent by
 * no browser. */
public final class UnicodeHost {
    private static final String PREFIX = "xn--";

    private UnicodeHost() {}

    /// The name in ASCII and in lower case; empty when it has characters that no host has. ASCII labels may be anything.
    public static Optional<String> ascii(String name) {
        StringJoiner ascii = new StringJoiner(".");
        for (String label : mapped(name).split("\\.", -1)) {
            if (!isValid(label)) {
                return Optional.empty();
            }
            ascii.add(isAscii(label) ? label : PREFIX + Punycode.encoded(label));
        }
        return Optional.of(ascii.toString());
    }

    private static String mapped(String name) {
        String compatible = Normalizer.normalize(folded(name), Normalizer.Form.NFKC);
        return Normalizer.normalize(folded(compatible), Normalizer.Form.NFC).replace('\u3002', '.');
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isIgnored(c)).forEach(c -> folded.append(folded(c)));
        return folded.toString();
    }

    /* What two letters have in common that differ in case alone. Three letters stay although others have the same
     * capital, and Cherokee, which had only capitals for long, is folded to these. */
    private static String folded(int c) {
        String letter = Character.toString(c);
        return switch (letter) {
            case "ß", "ς", "ı" -> letter;
            default -> {
                String capital = letter.toUpperCase(Locale.ROOT);
                boolean isCherokee = Character.UnicodeScript.of(c) == Character.UnicodeScript.CHEROKEE;
                yield isCherokee ? capital : capital.toLowerCase(Locale.ROOT);
            }
        };
    }

    /* The soft hyphen, the grapheme joiner, what is invisible, and the selectors of variants. */
    private static boolean isIgnored(int c) {
        return c == 0xad || c == 0x34f || c >= 0x180b && c <= 0x180f || c == 0x200b || c >= 0x2060 && c <= 0x2064
                || c >= 0xfe00 && c <= 0xfe0f || c == 0xfeff || c >= 0xe0100 && c <= 0xe01ef;
    }

    private static boolean isValid(String label) {
        return label.isEmpty() || !isMark(label.codePointAt(0)) && label.codePoints().allMatch(UnicodeHost::isOfNames);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isOfNames(int c) {
        return switch (Character.getType(c)) {
            case Character.UNASSIGNED, Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE,
                    Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> c == 0x200c || c == 0x200d;
            default -> true;
        };
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
