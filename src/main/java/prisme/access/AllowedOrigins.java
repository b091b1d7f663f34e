package prisme.access;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;

/// Lets pages of some origins read answers ([CORS](https://fetch.spec.whatwg.org/#http-cors-protocol)). They are not
/// signed in by that: they must send the token, and browsers do not send the owner's cookie for them.
public final class AllowedOrigins implements Filter {
    private static final String EVERY = "*";
    private static final String MAX_AGE_SECONDS = "3600";

    private final Set<String> origins;

    /* A class of its own, so that the pattern is compiled only if an origin is set. */
    private static final class Written {
        static final Pattern ORIGIN = Pattern.compile(
            "(?:http://(?<plain>HOST)(?::80)?|https://(?<safe>HOST)(?::443)?|(?<other>https?://HOST:[0-9]{1,5}))"
                    .replace("HOST", "(?:[a-z0-9_-]+(?:[.][a-z0-9_-]+)*|\\[[0-9a-f:.]+\\])"));
    }

    private AllowedOrigins(Set<String> origins) {
        this.origins = origins;
    }

    /// Reads the owner's list: origins separated by commas, with or without spaces around them. A `*` stands for every
    /// origin. The list may be empty.
    ///
    /// @throws IllegalArgumentException with a message that says which one is wrong
    public static AllowedOrigins parse(String list) {
        Set<String> origins = new LinkedHashSet<>();
        String[] entries = list.isBlank() ? new String[0] : list.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            origins.add(origin(entries[i].strip().toLowerCase(Locale.ROOT), i + 1));
        }
        return new AllowedOrigins(origins);
    }

    /* The origin as browsers write it, without the default port of its scheme. */
    private static String origin(String text, int number) {
        if (text.equals(EVERY)) {
            return text;
        }
        Matcher matcher = Written.ORIGIN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("origin " + number + " is none; write one as https://example.com");
        }
        if (matcher.group("other") != null) {
            return text;
        }
        return matcher.group("plain") != null
                ? "http://" + matcher.group("plain")
                : "https://" + matcher.group("safe");
    }

    /// Whether pages of this origin may read answers.
    public boolean contain(String origin) {
        return origins.contains(EVERY) || origins.contains(origin);
    }

    @Override public Response apply(Request request, Handler next) throws IOException {
        String origin = request.header("Origin").orElse("");
        if (origins.contains(EVERY)) {
            return answer(request, next).with("Access-Control-Allow-Origin", EVERY);
        }
        if (!contain(origin)) {
            return varied(next.handle(request));
        }
        return varied(answer(request, next)).with("Access-Control-Allow-Origin", origin);
    }

    private Response varied(Response response) {
        return origins.isEmpty() ? response : response.with("Vary", "Origin");
    }

    private static Response answer(Request request, Handler next) throws IOException {
        boolean isPreflight = request.method() == Method.OPTIONS
                && request.header("Access-Control-Request-Method").isPresent();
        return isPreflight ? allowed() : next.handle(request);
    }

    private static Response allowed() {
        return Response.noContent()
                .with("Access-Control-Allow-Methods", "GET, HEAD")
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .with("Access-Control-Max-Age", MAX_AGE_SECONDS);
    }
}
