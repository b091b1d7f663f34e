package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final Request REQUEST = Request.of(Method.GET, "/");

    private final Share share = new Share(2);

    @Test
    void answersSoManyAtOnce() throws IOException {
        assertEquals(200, within(0));
        assertEquals(200, within(1));
        assertEquals(503, within(2));
    }

    @Test
    void takesAPlaceBackFromWhoeverFails() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThrows(IOException.class, () -> share.apply(REQUEST, _ -> {
                throw new IOException();
            }));
        }
        within(2);
        assertEquals(200, within(1));
    }

    @Test
    void saysWhenToComeAgain() {
        assertTrue(Share.overload().header("Retry-After").isPresent());
    }

    /// The status of a request that comes while so many others are being answered.
    private int within(int others) throws IOException {
        Handler inner = others == 0 ? _ -> Response.ok() : _ -> Response.of(within(others - 1));
        return share.apply(REQUEST, inner).status();
    }
}
