package prisme.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import prisme.access.SignInPage.Occasion;
import prisme.http.Response;

class SignInFormTest {
    private static String drawn(Occasion occasion, String next) {
        return new String(new SignInForm().draw(occasion, next).bytes(), StandardCharsets.UTF_8);
    }

    @Test void asksForThePasswordAndKnowsWhereToGoOn() {
        String page = drawn(Occasion.FIRST_TRY, "/dashboard?path=/a&b=c");
        assertTrue(page.contains("name=\"password\""));
        assertTrue(page.contains("name=\"next\" value=\"/dashboard?path=/a&amp;b=c\""), page);
        assertFalse(page.contains("role=\"alert\""));
    }

    @Test void saysWhatWasWrong() {
        assertTrue(drawn(Occasion.WRONG_PASSWORD, "/").contains("That is not the password."));
        assertTrue(drawn(Occasion.TOO_MANY_TRIES, "/").contains("Too many wrong passwords."));
    }

    @Test void theFieldSaysThatItsPasswordWasWrong() {
        String field = "autofocus aria-describedby=\"trouble\"";
        assertTrue(drawn(Occasion.FIRST_TRY, "/").contains("autofocus>"));
        assertTrue(drawn(Occasion.WRONG_PASSWORD, "/").contains(field + " aria-invalid=\"true\">"));
        assertTrue(drawn(Occasion.TOO_MANY_TRIES, "/").contains(field + ">"));
        assertTrue(drawn(Occasion.WRONG_PASSWORD, "/").contains("id=\"trouble\""));
    }

    @Test void anAddressCannotBecomeMarkup() {
        assertTrue(drawn(Occasion.FIRST_TRY, "/\"><script>").contains("value=\"/&quot;&gt;&lt;script&gt;\""));
        assertTrue(drawn(Occasion.FIRST_TRY, "/<!--trouble-->").contains("value=\"/&lt;!--trouble--&gt;\""));
        assertTrue(drawn(Occasion.WRONG_PASSWORD, "/autofocus").contains("value=\"/autofocus\""));
    }

    @Test void isNeitherFramedNorKept() {
        Response page = new SignInForm().draw(Occasion.FIRST_TRY, "/");
        assertEquals(200, page.status());
        assertEquals("no-store", page.header("Cache-Control").orElseThrow());
        assertEquals("nosniff", page.header("X-Content-Type-Options").orElseThrow());
        assertTrue(page.header("Content-Security-Policy").orElseThrow().contains("frame-ancestors 'none'"));
    }
}
