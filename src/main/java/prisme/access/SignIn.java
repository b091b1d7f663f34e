package prisme.access;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import prisme.http.Query;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;

/// Takes the password and gives a cookie for it, and takes the cookie away again.
final class SignIn {
    private final Secret password;
    private final SessionCookie cookie;
    private final SignInPage page;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Tries tries = new Tries();

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
                Route.post(SignInPage.PATH, request -> take(request).with("Cache-Control", "no-store")),
                Route.post(SignInPage.SIGN_OUT_PATH, request -> leave(request).with("Cache-Control", "no-store")));
    }

    private Response show(Request request) {
        String next = next(request.query());
        if (cookie.isOn(request, clock.instant())) {
            return led(next);
        }
        return followsForeignLink(request) ? again(next) : page.draw(SignInPage.Occasion.FIRST_TRY, next);
    }

    private static boolean followsForeignLink(Request request) {
        return request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
    }

    /* A browser that follows a link of another site keeps the cookie to itself. It sends it when this page, which is
     * ours, leads on, so that whoever has signed in is not asked once more. */
    private static Response again(String next) {
        String page = "<!doctype html><title>Prisme</title><meta http-equiv=\"refresh\" content=\"0; url="
                + SignInPage.at(next) + "\">";
        return Response.ok().withBody("text/html; charset=utf-8", page)
                .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private Response take(Request request) {
        if (!SameOrigin.isOriginOf(request)) {
            return Refusal.crossSite();
        }
        Query form = Query.parse(new String(request.body(), StandardCharsets.ISO_8859_1));
        String given = form.first("password").orElse("");
        return switch (tries.judge(request.client().address(), given, password, nanoTime.getAsLong())) {
            case Tries.Result.Right() -> led(next(form)).with("Set-Cookie", cookie.given(request, clock.instant()));
            case Tries.Result.Wrong() -> wrong(request, next(form));
            case Tries.Result.TooMany(long seconds) -> tooMany(request, next(form))
                    .with("Retry-After", Long.toString(seconds));
        };
    }

    private Response wrong(Request request, String next) {
        Response problem = Refusal.unauthorized("That is not the password.");
        return Refusal.isOfBrowser(request) ? drawn(SignInPage.Occasion.WRONG_PASSWORD, next, problem) : problem;
    }

    private Response tooMany(Request request, String next) {
        Response problem = Response.problem(429, "Too many wrong passwords have come from this address.");
        return Refusal.isOfBrowser(request) ? drawn(SignInPage.Occasion.TOO_MANY_TRIES, next, problem) : problem;
    }

    private Response drawn(SignInPage.Occasion occasion, String next, Response problem) {
        Response drawn = page.draw(occasion, next).withStatus(problem.status());
        return problem.header("WWW-Authenticate").map(value -> drawn.with("WWW-Authenticate", value)).orElse(drawn);
    }

    private static Response leave(Request request) {
        return SameOrigin.isOriginOf(request)
                ? led(SignInPage.PATH).with("Set-Cookie", SessionCookie.taken(request))
                : Refusal.crossSite();
    }

    private static String next(Query parameters) {
        return LocalPath.orDashboard(parameters.first("next").orElse(""));
    }

    private static Response led(String path) {
        return Response.of(303).with("Location", path);
    }
}
