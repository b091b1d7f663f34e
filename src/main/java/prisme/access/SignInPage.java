package prisme.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import prisme.http.Response;

/// Draws the page on which the owner signs in: a form that posts the fields `password` and `next` to [#PATH].
///
/// Its referrer policy, and that of pages with a form for [#SIGN_OUT_PATH], must let browsers send the origin to this
/// server. With `no-referrer` they hide it even from us, and the form would be taken for one of another site.
@FunctionalInterface
public interface SignInPage {
    /// Where somebody who has signed in is redirected, unless another page was asked for.
    String DASHBOARD = "/dashboard";

    /// Where the page is, and where its form is posted.
    String PATH = DASHBOARD + "/sign-in";

    /// Where a form without fields is posted to sign out.
    String SIGN_OUT_PATH = DASHBOARD + "/sign-out";

    /// The page, with status 200.
    ///
    /// @param next what the field of that name has to hold: a path of this server in printable ASCII. It may contain
    ///     characters that are markup in HTML
    Response draw(Occasion occasion, String next);

    /// The address of the page for somebody who is to be redirected to a path of this server afterwards.
    static String at(String next) {
        return PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /// Why the page is shown.
    enum Occasion { FIRST_TRY, WRONG_PASSWORD, TOO_MANY_TRIES }
}
