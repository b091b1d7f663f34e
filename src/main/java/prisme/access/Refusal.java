package prisme.access;

import prisme.http.Request;
import prisme.http.Response;

/// The answers to those who may not do what they ask for. Programs are told what to send; browsers are redirected to
/// the sign-in page.
final class Refusal {
    private Refusal() {}

    /// The answer to somebody who has neither a valid cookie nor the token.
    static Response notSignedIn(Request request) {
        Response answer = request.method().reads() && isOfBrowser(request) ? redirectToSignIn(request)
                : unauthorized("Sign in at " + SignInPage.PATH
                        + ", or send 'Authorization: Bearer' and the token of the option api.token.");
        return answer.with("Cache-Control", "no-store");
    }

    /// A 401 that asks for the token.
    static Response unauthorized(String detail) {
        return Response.problem(401, detail).with("WWW-Authenticate", "Bearer realm=\"Prisme\"");
    }

    /// The answer to a request that a page of another site sent with the owner's cookie.
    static Response crossSite() {
        return Response.problem(403, "A page of another site may not send this.").with("Cache-Control", "no-store");
    }

    /// Whether a person is to read the answer.
    static boolean isOfBrowser(Request request) {
        return request.header("Accept").orElse("").contains("text/html");
    }

    private static Response redirectToSignIn(Request request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        String next = LocalPath.orDashboard(request.path() + query);
        return Response.of(303).with("Location", SignInPage.at(next));
    }
}
