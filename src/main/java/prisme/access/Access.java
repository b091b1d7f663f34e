package prisme.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;

/// Protects what is not for everybody. The owner is recognised by the cookie that [SignIn] gives, or by the token in
/// `Authorization: Bearer` ([RFC 6750](https://www.rfc-editor.org/rfc/rfc6750)).
public final class Access {
    private static final String BEARER = "bearer ";

    private final Readers readers;
    private final Secret token;
    private final SessionCookie cookie;
    private final SignIn signIn;
    private final InstantSource clock;

    /// Who may read the figures. Everything else is for the owner.
    public enum Readers { OWNER, EVERYBODY }

    private Access(Readers readers, Secret token, SessionCookie cookie, SignIn signIn, InstantSource clock) {
        this.readers = readers;
        this.token = token;
        this.cookie = cookie;
        this.signIn = signIn;
        this.clock = clock;
    }

    /// Access with a key for cookies that is kept in the data directory.
    ///
    /// @param readers   who may read the figures
    /// @param token     of the owner's programs
    /// @param directory where the key is kept
    /// @param page      on which the owner signs in
    /// @param nanoTime  tells the time, as [System#nanoTime()] does
    /// @throws IOException when the key can be neither read nor written
    public static Access of(Readers readers, Password password, Secret token, Path directory, SignInPage page,
            InstantSource clock, LongSupplier nanoTime) throws IOException {
        SessionCookie cookie = SessionCookie.of(password.secret(), directory);
        return new Access(readers, token, cookie,
                new SignIn(password.secret(), cookie, page, clock, nanoTime), clock);
    }

    /// The routes by which the owner signs in and out.
    public List<Route> routes() {
        return signIn.routes();
    }

    /// Admits those who may read the figures.
    public Filter reading() {
        return this::ifReader;
    }

    /// A handler for those who may read the figures.
    public Handler forReaders(Handler handler) {
        return request -> ifReader(request, handler);
    }

    /// A handler for the owner alone.
    public Handler forOwner(Handler handler) {
        return request -> ifOwner(request, handler);
    }

    private Response ifReader(Request request, Handler next) throws IOException {
        return readers == Readers.EVERYBODY ? next.handle(request) : ifOwner(request, next);
    }

    private Response ifOwner(Request request, Handler next) throws IOException {
        if (bearer(request).filter(token::isThis).isPresent()) {
            return next.handle(request);
        }
        if (!cookie.isOn(request, clock.instant())) {
            return Refusal.notSignedIn(request);
        }
        return request.method().reads() || SameOrigin.isOriginOf(request)
                ? next.handle(request)
                : Refusal.crossSite();
    }

    private static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
