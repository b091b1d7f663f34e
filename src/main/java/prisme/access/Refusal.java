package prisme.access;

import prisme.http.Request;
import prisme.http.Response;

/// Answers to those who may not do what they ask for. Programs read what to send, browsers are led to the sign-in page.
final class Refusal {
    private Refusal() {}

    /// Nobody has shown to be the owner.
    static Response unknown(Request request) {
        Response answer = request.method().reads() && isOfBrowser(request) ? led(request)
                : unauthorized("Sign in at " + SignInPage.PATH
                        + ", or send 'Authorization: Bearer' and the token of the option api.token.");
        return answer.with("Cache-Control", "no-store");
    }

    /// A 401.
    static Response unauthorized(String detail) {
        return Response.problem(401, detail).with("WWW-Authenticate", "Bearer realm=\"Prisme\"");
    }

    /// Somebody else's page has sent the request in the owner's name.
    static Response crossSite() {
        return Response.problem(403, "A page of another site may not send this.").with("Cache-Control", "no-store");
    }

    /// Whether a person is to read the answer.
    static boolean isOfBrowser(Request request) {
        return request.header("Accept").orElse("").contains("text/html");
    }

    private static Response led(Request request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        String next = LocalPath.orDashboard(request.path() + query);
        return Response.of(303).with("Location", SignInPage.at(next));
    }
}
