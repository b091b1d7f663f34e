package prisme.collect;

import java.util.Optional;

/// What a host name may look like, in ASCII: labels of 1 to 63 letters, digits, `-` and `_` with dots between them, 253
/// characters in all ([RFC 1035](https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4)). The `_` is in no rule for
/// hosts, but in real ones, and browsers open them.
final class HostName {
    static final int MAX_LENGTH = 253;
    static final int MAX_LABEL_LENGTH = 63;

    private HostName() {}

    /// What is wrong with a name, as a text that fits behind "the host"; empty when nothing is.
    static Optional<String> flaw(String name) {
        if (name.length() > MAX_LENGTH) {
            return Optional.of("has more than " + MAX_LENGTH + " characters");
        }
        int label = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '.') {
                if (i == label || i - label > MAX_LABEL_LENGTH) {
                    return labelFlaw(i - label);
                }
                label = i + 1;
            } else if (!isNameCharacter(name.charAt(i))) {
                return Optional.of("has a character that no host name has");
            }
        }
        int last = name.length() - label;
        return last == 0 || last > MAX_LABEL_LENGTH ? labelFlaw(last) : Optional.empty();
    }

    private static Optional<String> labelFlaw(int length) {
        return Optional.of(length == 0 ? "has nothing before, between or behind its dots"
                : "has more than " + MAX_LABEL_LENGTH + " characters in one label");
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
    }

    /// The name without the dot of the DNS root at its end: `example.com.` is `example.com`. An IPv6 address has no
    /// root.
    static String withoutRoot(String name) {
        return name.endsWith(".") && !name.startsWith("[") ? name.substring(0, name.length() - 1) : name;
    }
}
