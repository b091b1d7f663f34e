package prisme.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a client says about the codings of answers that it accepts
/// ([RFC 9110, 12.5.3](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)).
final class AcceptEncoding {
    /// A coding and its weight in thousandths.
    private record Coding(String name, int weight) {}

    private static final Pattern MEMBER = Pattern.compile(
            "([!#$%&'*+.^_`|~0-9a-z-]+)(?:[ \\t]*;[ \\t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?");
    private static final int FULL = 1000;

    private final List<Coding> codings = new ArrayList<>();

    /// @param lines the values of all headers `Accept-Encoding`; members that are malformed are ignored
    AcceptEncoding(List<String> lines) {
        for (String member : String.join(",", lines).split(",")) {
            Matcher matcher = MEMBER.matcher(member.strip().toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                codings.add(new Coding(matcher.group(1), weight(matcher.group(2))));
            }
        }
    }

    /// Whether the client accepts gzip, and does not prefer `identity`, which is no compression.
    boolean prefersGzip() {
        int gzip = weightOf("gzip").orElse(weightOf("x-gzip").orElse(weightOf("*").orElse(0)));
        return gzip > 0 && gzip >= weightOf("identity").orElse(0);
    }

    private OptionalInt weightOf(String name) {
        return codings.stream().filter(coding -> coding.name.equals(name)).mapToInt(Coding::weight).findFirst();
    }

    private static int weight(String quality) {
        return quality == null ? FULL : (int) Math.round(Double.parseDouble(quality) * FULL);
    }
}
