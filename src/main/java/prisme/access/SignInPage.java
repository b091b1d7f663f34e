package prisme.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import prisme.http.Response;

/// Draws the page on which the owner signs in: a form that posts the fields `password` and `next` to [#PATH].
///
/// Its referrer policy, and that of pages with a form for [#SIGN_OUT_PATH], must let the origin through to this server:
/// with `no-referrer` browsers hide it even there, and the form would be taken for another site's.
@FunctionalInterface
public interface SignInPage {
    /// Where one is led who has signed in, unless it was to somewhere else.
    String DASHBOARD = "/dashboard";

    /// Where the page is, and where its form goes.
    String PATH = DASHBOARD + "/sign-in";

    /// Where a form without fields is posted to sign out.
    String SIGN_OUT_PATH = DASHBOARD + "/sign-out";

    /// The page, with status 200.
    ///
    /// @param next what the field of that name has to hold: a path of this server, with printable ASCII alone, which
    ///     may still be markup
    Response draw(Occasion occasion, String next);

    /// The page's address for somebody who is to be led to a path of this server afterwards.
    static String at(String next) {
        return PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /// Why the page is shown.
    enum Occasion { FIRST_TRY, WRONG_PASSWORD, TOO_MANY_TRIES }
}
