package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;

class LinkPageTest {
    private static final String LINKS = "/links";

    private final LinkPage linkPage = new LinkPage(LINKS, new Reception(Origins.parse("example.com")));

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void showsWhereTheLinkLeadsToWhomIsTurnedAway(int status) throws IOException {
        Response page = answer(LINKS + "?url=https://other.example/%3Cb%3E%23c", "https://example.com/a", status);
        assertEquals(status, page.status());
        assertEquals(Optional.of("7"), page.header("Retry-After"));
        assertEquals(Optional.of("not now"), page.header("X-Prisme-Error"));
        assertTrue(text(page).contains(" href=\"https://other.example/%3Cb%3E#c\">"), text(page));
    }

    @Test
    void showsNoLinksOfOthers() throws IOException {
        String link = LINKS + "?url=https://other.example/";
        assertFalse(text(answer(link, "https://elsewhere.example/", 429)).contains("other.example"));
        assertFalse(text(answer(LINKS + "?url=javascript:alert(1)", "https://example.com/a", 429)).contains("alert"));
        assertFalse(text(answer("/another?url=https://other.example/", "https://example.com/a", 429))
                .contains("other.example"));
    }

    @Test
    void leavesEveryOtherAnswerAsItIs() throws IOException {
        assertTrue(answer(LINKS + "?url=https://other.example/", "https://example.com/a", 400).problem().isPresent());
    }

    private Response answer(String target, String referer, int status) throws IOException {
        return linkPage.apply(Request.of(Method.GET, target).with("Referer", referer),
                _ -> Response.problem(status, "not now").with("Retry-After", "7"));
    }

    private static String text(Response response) {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }
}
