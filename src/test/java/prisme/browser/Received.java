package prisme.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request that arrived at a server of a test.
///
/// @param method     as sent
/// @param path       as sent, percent-encoded
/// @param parameters of the query, decoded
/// @param headers    as the JDK holds them
/// @param body       read as UTF-8
public record Received(String method, String path, Map<String, String> parameters, Headers headers, String body) {
    static Received of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new Received(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), parameters(query),
                exchange.getRequestHeaders(), body);
    }

    /// The value of this header, if it was sent.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
