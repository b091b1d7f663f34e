package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class UserAgentMemoTest {
    private static final String ON_LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final UserAgentMemo memo = new UserAgentMemo();

    @Test void readsAsTheParserDoes() {
        assertEquals(UserAgent.parse(ON_LINUX), memo.parse(ON_LINUX, ClientHints.NONE));
    }

    @Test void remembersWhatItRead() {
        UserAgent first = memo.parse(ON_LINUX, ClientHints.NONE);
        assertSame(first, memo.parse(new String(ON_LINUX.toCharArray()), new ClientHints("", "")));
    }

    @Test void tellsTheSameHeaderWithOtherHintsApart() {
        UserAgent plain = memo.parse(ON_LINUX, ClientHints.NONE);
        assertNotEquals(plain, memo.parse(ON_LINUX, new ClientHints("\"Windows\"", "")));
        assertNotEquals(plain, memo.parse(ON_LINUX, new ClientHints("", "\"Pixel 9\"")));
    }

    /* More than there are places, so that every place has been taken from somebody. */
    @Test void readsRightWhatItHasForgotten() {
        for (int round = 0; round < 2; round++) {
            for (int version = 0; version < 4 * UserAgentMemo.PLACES; version++) {
                String header = "App-" + version + "/1.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Model" + version;
                assertEquals(UserAgent.parse(header), memo.parse(header, ClientHints.NONE));
            }
        }
    }
}
