package prisme.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import prisme.access.AllowedOrigins;
import prisme.access.Secret;
import prisme.collect.Origins;
import prisme.event.HostName;
import prisme.http.BasePath;
import prisme.http.HeaderText;
import prisme.ip.IpAddress;
import prisme.store.Retention;
import prisme.store.SyncPolicy;

/// A kind of values that an option can have. Values are read strictly: one that is not clear is refused, not guessed.
///
/// @param allowed describes the allowed values, a text that fits after "must be"
/// @param reader  turns a text into the value, or throws [IllegalArgumentException], whose message, if there is one,
///                says what is wrong with this text
record ValueKind<T>(String allowed, Function<String, T> reader) {
    private static final int MAX_HEADER_LENGTH = 253;
    private static final int MAX_SECRET_LENGTH = 1024;

    /// The value that `text` means.
    ///
    /// @throws IllegalArgumentException when the text is none of the allowed values
    T parse(String text) {
        return reader.apply(text);
    }

    /// A number without sign, in decimal digits.
    static ValueKind<Integer> wholeNumber(int least, int most) {
        return new ValueKind<>("a whole number from " + least + " to " + most,
                text -> Math.toIntExact(between(least, most, Quantity.wholeNumber(text))));
    }

    /// Exactly `true` or `false`.
    static ValueKind<Boolean> truth() {
        return new ValueKind<>("true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /// One of the constants, in lower case.
    static <E extends Enum<E>> ValueKind<E> oneOf(Class<E> constants) {
        Map<String, E> spelled = new LinkedHashMap<>();
        for (E constant : constants.getEnumConstants()) {
            spelled.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return new ValueKind<>("one of " + String.join(", ", spelled.keySet()), text -> {
            require(spelled.containsKey(text));
            return spelled.get(text);
        });
    }

    /// A duration between two others, which are allowed themselves.
    static ValueKind<Duration> duration(String least, String most) {
        return new ValueKind<>("a duration from " + least + " to " + most
                + " (a whole number with ms, s, m, h or d, as 500ms)",
                text -> Duration.ofMillis(between(Quantity.milliseconds(least), Quantity.milliseconds(most),
                        Quantity.milliseconds(text))));
    }

    /// A number of bytes between two others, which are allowed themselves.
    static ValueKind<Long> size(String least, String most) {
        return new ValueKind<>("a size from " + least + " to " + most
                + " (a whole number with B, KiB, MiB or GiB, as 64MiB)",
                text -> between(Quantity.bytes(least), Quantity.bytes(most), Quantity.bytes(text)));
    }

    private static long between(long least, long most, long value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    /// `always`, `never`, or the longest time between two syncs.
    static ValueKind<SyncPolicy> fsync() {
        ValueKind<Duration> interval = duration("1ms", "1h");
        return new ValueKind<>("always, never or " + interval.allowed(), text -> switch (text) {
            case "always" -> new SyncPolicy.Always();
            case "never" -> new SyncPolicy.Never();
            default -> new SyncPolicy.Every(interval.parse(text));
        });
    }

    static ValueKind<Retention> retention() {
        ValueKind<Duration> longest = duration("1h", "36500d");
        return new ValueKind<>("forever or " + longest.allowed(), text -> text.equals("forever")
                ? new Retention.Forever()
                : new Retention.For(longest.parse(text)));
    }

    /// A field name of [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-5.1).
    static ValueKind<String> headerName() {
        return new ValueKind<>("the name of an HTTP header", text -> {
            require(text.length() <= MAX_HEADER_LENGTH && HeaderText.isToken(text));
            return text;
        });
    }

    /// An IP address, with or without brackets if it is of version 6, or a name, which is not resolved here. Brackets
    /// are removed.
    static ValueKind<String> host() {
        return new ValueKind<>("an IP address or a host name, without port", text -> {
            String host = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
            require(IpAddress.parse(host).isPresent() || host.equals(text) && isName(host));
            return host;
        });
    }

    /* A name that ends in a number would be read as an incomplete IPv4 address. */
    private static boolean isName(String text) {
        return HostName.flaw(text).isEmpty() && !HostName.hasHyphenAtAnEnd(text)
                && !text.substring(text.lastIndexOf('.') + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The path of a file or a directory, which need not exist.
    static ValueKind<Path> path() {
        return new ValueKind<>("a path, not empty and without control characters", text -> {
            require(!text.isEmpty() && !hasControlCharacter(text));
            return pathOf(text);
        });
    }

    /// The path of a country database, or nothing for the one inside the jar.
    static ValueKind<GeoDatabase> geoDatabase() {
        return new ValueKind<>("the path of a .mmdb file, or empty for the built-in table",
                text -> text.isEmpty() ? new GeoDatabase.BuiltIn() : new GeoDatabase.File(path().parse(text)));
    }

    /// The path below which the server is shown, or nothing.
    static ValueKind<BasePath> basePath() {
        return new ValueKind<>("a path such as /stats, without a slash at its end, or empty", text -> {
            try {
                return new BasePath(text);
            } catch (IllegalArgumentException _) {
                throw new IllegalArgumentException();
            }
        });
    }

    /// A host with a port, or nothing for no metrics.
    static ValueKind<AdminAddress> adminAddress() {
        return new ValueKind<>("an address and a port such as 127.0.0.1:9090, or empty for none", text -> {
            if (text.isEmpty()) {
                return new AdminAddress.None();
            }
            int colon = text.lastIndexOf(':');
            require(colon > 0);
            String host = text.substring(0, colon);
            require(!host.contains(":") || host.startsWith("["));
            return new AdminAddress.At(host().parse(host), wholeNumber(0, 65_535).parse(text.substring(colon + 1)));
        });
    }

    /// One of three words, or the path of a file.
    static ValueKind<AccessLogTarget> accessLog() {
        return new ValueKind<>("off, stdout, stderr or the path of a file", text -> switch (text) {
            case "off" -> new AccessLogTarget.Off();
            case "stdout" -> new AccessLogTarget.Stdout();
            case "stderr" -> new AccessLogTarget.Stderr();
            default -> new AccessLogTarget.File(path().parse(text));
        });
    }

    private static Path pathOf(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(text.chars().allMatch(c -> c < 0x80) ? e.getReason()
                    : "in this locale, no file has such a name; LC_ALL=C.UTF-8 sets one that knows all characters", e);
        }
    }

    /// The hosts of the registered sites.
    static ValueKind<Origins> origins() {
        return new ValueKind<>("hosts such as example.com or *.example.com, separated by commas", Origins::parse);
    }

    /// A text that nobody else should know, or nothing.
    static ValueKind<Secret> secret() {
        return new ValueKind<>("a text of up to " + MAX_SECRET_LENGTH
                + " characters without control characters, or empty", text -> {
            require(text.length() <= MAX_SECRET_LENGTH && !hasControlCharacter(text));
            return Secret.of(text);
        });
    }

    /// A secret that can be sent in a header, or nothing.
    static ValueKind<Secret> token() {
        return new ValueKind<>("up to " + MAX_SECRET_LENGTH
                + " printable ASCII characters without spaces, or empty", text -> {
            require(text.length() <= MAX_SECRET_LENGTH && isPrintable(text));
            return Secret.of(text);
        });
    }

    /// The origins of pages that may read the statistics.
    static ValueKind<AllowedOrigins> allowedOrigins() {
        return new ValueKind<>("origins such as https://example.com, separated by commas, * for every one, or empty",
                AllowedOrigins::parse);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }
}
