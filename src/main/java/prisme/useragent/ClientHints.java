package prisme.useragent;

import java.util.Objects;
import java.util.Optional;

/// What a browser says about itself in addition to its User-Agent: the values of `Sec-CH-UA-Platform` and
/// `Sec-CH-UA-Model`.
///
/// Both are strings of RFC 8941, such as `"macOS"` with its quotes. A hint that is absent, malformed, empty or a
/// placeholder is ignored, and the User-Agent counts.
///
/// @param platform the value of `Sec-CH-UA-Platform` as it was sent, empty when the header is absent
/// @param model    the value of `Sec-CH-UA-Model` as it was sent, empty when the header is absent
/// @see <a href="https://wicg.github.io/ua-client-hints/">User-Agent Client Hints</a>
public record ClientHints(String platform, String model) {
    /// No hint at all.
    public static final ClientHints NONE = new ClientHints("", "");

    private static final int LONGEST_MODEL = 200;

    /// Refuses nulls.
    public ClientHints {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(model, "model");
    }

    /// The operating system that the platform stands for, if it is one that browsers name.
    Optional<String> system() {
        return string(platform).flatMap(name -> Optional.ofNullable(switch (name) {
            case "Android" -> "Android";
            case "Chrome OS", "Chromium OS" -> "Chrome OS";
            case "Fuchsia" -> "Fuchsia";
            case "iOS" -> "iOS";
            case "Linux" -> "Linux";
            case "macOS", "Mac OS X" -> "macOS";
            case "Windows" -> "Windows";
            default -> null;
        }));
    }

    /// The model, if there is one and it is no placeholder.
    Optional<String> deviceModel() {
        return string(model).map(String::strip)
            .filter(name -> !name.isEmpty() && !name.equals("K") && name.length() <= LONGEST_MODEL);
    }

    /* RFC 8941, 3.3.3: printable ASCII in quotes, in which only quotes and backslashes are escaped. Parameters after a
     * semicolon are allowed and ignored. */
    private static Optional<String> string(String header) {
        String item = header.strip();
        StringBuilder value = new StringBuilder();
        if (!item.startsWith("\"")) {
            return Optional.empty();
        }
        for (int i = 1; i < item.length(); i++) {
            char c = item.charAt(i);
            if (c == '"') {
                return endsItem(item, i + 1) ? Optional.of(value.toString()) : Optional.empty();
            }
            if (c == '\\' && ++i < item.length()) {
                c = item.charAt(i);
                if (c != '"' && c != '\\') {
                    return Optional.empty();
                }
            }
            if (c < ' ' || c > '~') {
                return Optional.empty();
            }
            value.append(c);
        }
        return Optional.empty();
    }

    private static boolean endsItem(String item, int position) {
        return position == item.length() || item.charAt(position) == ';';
    }
}
