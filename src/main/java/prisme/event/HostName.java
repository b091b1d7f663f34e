package prisme.event;

import java.util.Optional;

/// What a host name may look like, in ASCII: labels of 1 to 63 letters, digits, `-` and `_` with dots between them, 253
/// characters in all ([RFC 1035](https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4)).
/* No standard allows the `_`, but there are such hosts, which browsers open, and it is in the package names of
 * android-app://. */
public final class HostName {
    static final int MAX_LENGTH = 253;
    static final int MAX_LABEL_LENGTH = 63;

    private HostName() {}

    /// The first thing that is wrong with a name.
    public sealed interface Flaw {
        /// It is too long.
        record TooLong() implements Flaw {
            @Override public String words() {
                return "has more than " + MAX_LENGTH + " characters";
            }
        }

        /// It has a character that is not allowed in host names.
        record WrongCharacter() implements Flaw {
            @Override public String words() {
                return "has a character that no host name has";
            }
        }

        /// One of its labels is empty or too long.
        record WrongLabel(int length) implements Flaw {
            @Override public String words() {
                return length == 0 ? "has nothing before, between or behind its dots"
                        : "has more than " + MAX_LABEL_LENGTH + " characters in one label";
            }
        }

        /// What is wrong, a text that fits after "the host".
        String words();
    }

    /// The first thing that is wrong with a name; empty when it is valid.
    public static Optional<Flaw> flaw(String name) {
        if (name.length() > MAX_LENGTH) {
            return Optional.of(new Flaw.TooLong());
        }
        int label = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                if (i == label || i - label > MAX_LABEL_LENGTH) {
                    return Optional.of(new Flaw.WrongLabel(i - label));
                }
                label = i + 1;
            } else if (!isNameCharacter(name.charAt(i))) {
                return Optional.of(new Flaw.WrongCharacter());
            }
        }
        return Optional.empty();
    }

    /// Whether a label begins or ends with a hyphen. Browsers open such hosts; nobody can register one.
    public static boolean hasHyphenAtAnEnd(String name) {
        return name.startsWith("-") || name.endsWith("-") || name.contains(".-") || name.contains("-.");
    }

    /// The name without the dot of the DNS root at its end: `example.com` for `example.com.`. An address in brackets
    /// stays as it is.
    public static String withoutRoot(String name) {
        return name.endsWith(".") && !name.startsWith("[") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
    }
}
