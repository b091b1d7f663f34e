package prisme.access;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import prisme.http.Query;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;

/// Answers the routes of the sign-in page: it checks the password and gives a cookie for it, and takes the cookie away
/// at signing out.
final class SignIn {
    private final Secret password;
    private final SessionCookie cookie;
    private final SignInPage page;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final SignInAttempts attempts = new SignInAttempts();

    SignIn(Secret password, SessionCookie cookie, SignInPage page, InstantSource clock, LongSupplier nanoTime) {
        this.password = password;
        this.cookie = cookie;
        this.page = page;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    List<Route> routes() {
        return List.of(
                Route.get(SignInPage.PATH, request -> show(request).with("Cache-Control", "no-store")),
                Route.post(SignInPage.PATH, request -> signIn(request).with("Cache-Control", "no-store")),
                Route.post(SignInPage.SIGN_OUT_PATH, request -> signOut(request).with("Cache-Control", "no-store")));
    }

    private Response show(Request request) {
        String next = next(request.query());
        if (cookie.isOn(request, clock.instant())) {
            return redirect(next);
        }
        return followsForeignLink(request) ? reload(next) : page.draw(SignInPage.Occasion.FIRST_TRY, next);
    }

    private static boolean followsForeignLink(Request request) {
        return request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
    }

    /* A browser that follows a link of another site does not send the cookie (SameSite=Strict). It does when this page,
     * which is ours, loads the sign-in page again. So an owner who has signed in is not asked for the password. */
    private static Response reload(String next) {
        String page = "<!doctype html><title>Prisme</title><meta http-equiv=\"refresh\" content=\"0; url="
                + SignInPage.at(next) + "\">";
        return Response.ok().withBody("text/html; charset=utf-8", page)
                .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private Response signIn(Request request) {
        if (!SameOrigin.isOriginOf(request)) {
            return Refusal.crossSite();
        }
        Query form = Query.parse(new String(request.body(), StandardCharsets.ISO_8859_1));
        String given = form.first("password").orElse("");
        String next = next(form);
        return switch (attempts.judge(request.client().address(), given, password, nanoTime.getAsLong())) {
            case SignInAttempts.Result.Right() ->
                    redirect(next).with("Set-Cookie", cookie.issue(request, clock.instant()));
            case SignInAttempts.Result.Wrong() ->
                    refused(request, SignInPage.Occasion.WRONG_PASSWORD, next,
                            Refusal.unauthorized("That is not the password."));
            case SignInAttempts.Result.TooMany(long seconds) ->
                    refused(request, SignInPage.Occasion.TOO_MANY_TRIES, next,
                            Response.problem(429, "Too many wrong passwords have come from this address."))
                            .with("Retry-After", Long.toString(seconds));
        };
    }

    /// The problem for a program; for a browser the page once more, with the status of the problem.
    private Response refused(Request request, SignInPage.Occasion occasion, String next, Response problem) {
        if (!Refusal.isOfBrowser(request)) {
            return problem;
        }
        Response drawn = page.draw(occasion, next).withStatus(problem.status());
        return problem.header("WWW-Authenticate").map(value -> drawn.with("WWW-Authenticate", value)).orElse(drawn);
    }

    private static Response signOut(Request request) {
        return SameOrigin.isOriginOf(request)
                ? redirect(SignInPage.PATH).with("Set-Cookie", SessionCookie.delete(request))
                : Refusal.crossSite();
    }

    private static String next(Query parameters) {
        return LocalPath.orDashboard(parameters.first("next").orElse(""));
    }

    private static Response redirect(String path) {
        return Response.of(303).with("Location", path);
    }
}
