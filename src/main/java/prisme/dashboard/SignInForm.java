package prisme.dashboard;

import prisme.access.SignInPage;
import prisme.http.HtmlText;
import prisme.http.Response;

/// The page on which the owner signs in, in the style of the dashboard.
public final class SignInForm implements SignInPage {
    private static final String PAGE = "sign-in.html";
    private static final String NEXT_PLACE = "<!--next-->";
    private static final String TROUBLE_PLACE = "<!--trouble-->";
    private static final String END_OF_FIELD = "autofocus";
    private static final String DESCRIBED = " aria-describedby=\"trouble\"";

    /// Loaded, and thus read, when the page is first drawn.
    private static final class Page {
        private static final String TEXT = Asset.text(PAGE);
    }

    @Override public Response draw(Occasion occasion, String next) {
        String text = Page.TEXT.replace(TROUBLE_PLACE, trouble(occasion))
                .replace(END_OF_FIELD, END_OF_FIELD + state(occasion))
                .replace(NEXT_PLACE, HtmlText.escaped(next));
        return PageHeaders.on(Response.ok().withBody("text/html; charset=utf-8", text));
    }

    private static String trouble(Occasion occasion) {
        return switch (occasion) {
            case FIRST_TRY -> "";
            case WRONG_PASSWORD -> alert("That is not the password.");
            case TOO_MANY_TRIES -> alert("Too many wrong passwords. Try again in a minute.");
        };
    }

    /* A screen reader begins in the field, and so tells there what is wrong. */
    private static String state(Occasion occasion) {
        return switch (occasion) {
            case FIRST_TRY -> "";
            case WRONG_PASSWORD -> DESCRIBED + " aria-invalid=\"true\"";
            case TOO_MANY_TRIES -> DESCRIBED;
        };
    }

    private static String alert(String sentence) {
        return "<p class=\"wrong\" id=\"trouble\" role=\"alert\">" + sentence + "</p>";
    }
}
