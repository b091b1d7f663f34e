package prisme.collect;

import java.io.IOException;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.HeaderText;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;

/// Lets pages of any origin send events and read the answers
/// ([CORS](https://fetch.spec.whatwg.org/#http-cors-protocol)). Which sites are counted is decided by [Origins].
public final class CrossOrigin implements Filter {
    private static final String MAX_AGE_SECONDS = "86400";
    private static final int MAX_HEADERS_LENGTH = 1024;

    @Override
    public Response apply(Request request, Handler next) throws IOException {
        return next.handle(request).with("Access-Control-Allow-Origin", "*");
    }

    /// The route that answers preflight requests of browsers: it allows `method` on the paths of `pattern`.
    static Route preflight(Method method, String pattern) {
        return new Route(Method.OPTIONS, pattern, request -> allow(method, request));
    }

    private static Response allow(Method method, Request request) {
        Response response = Response.noContent()
                .with("Access-Control-Allow-Methods", method.name())
                .with("Access-Control-Max-Age", MAX_AGE_SECONDS);
        String headers = String.join(", ", request.headers("Access-Control-Request-Headers"));
        return isListOfTokens(headers) ? response.with("Access-Control-Allow-Headers", headers) : response;
    }

    private static boolean isListOfTokens(String headers) {
        return headers.length() <= MAX_HEADERS_LENGTH && !headers.isEmpty()
                && headers.chars().allMatch(c -> c == ' ' || c == ',' || HeaderText.isTokenCharacter(c));
    }
}
