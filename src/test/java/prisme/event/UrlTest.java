package prisme.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "http://example.com example.com /",
        "https://Example.COM/Blog example.com /Blog",
        "https://example.com:443/ example.com /",
        "http://example.com:443/ example.com:443 /",
        "http://example.com:0080/ example.com /",
        "http://example.com:/ example.com /",
        "http://localhost:8080/a localhost:8080 /a",
        "http://user:p%40ss@example.com/ example.com /",
        "http://a@b@example.com/ example.com /",
        "http://[2001:DB8::1]:81/ [2001:db8::1]:81 /",
        "http://[::1] [::1] /",
        "http://[2001:0db8:0:0::01]/ [2001:db8::1] /",
        "http://[::ffff:1.2.3.4]/ [::ffff:102:304] /",
        "http://example.com./ example.com /",
        "http://bücher.example/ xn--bcher-kva.example /", "http://faß.de/ xn--fa-hia.de /",
        "http://💩.la/ xn--ls8h.la /",
        "http://example.com?q=1 example.com /",
        "http://example.com#top example.com /",
        "http://example.com/a?b=/c#/d example.com /a",
        "android-app://com.google.android.gm/ com.google.android.gm /",
        "HTTPS://EXAMPLE.com/ example.com /",
    })
    void readsThePage(String text, String domain, String path) throws InvalidUrl {
        assertEquals(new Page(domain, path), Url.parse(text).page());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "//example.com/", "example.com", "about:blank", "mailto:a@b.c", "javascript:alert(1)", "http:",
        "http:/example.com", "http://", "http:///a", "http://:80/", "http://a..b/", "http://.a/", "http://a b/",
        "http://a%2eb/", "http://a\\b/", "http://a/\r\nX: y", "http://a/\0", "http://a/\u0085", "http://a:b/",
        "http://a\\@b/", "http://u:\\p@b/", "http://a:65536/", "http://a:99999999999999/", "http://a:-1/", "http://[/",
        "http://[]/", "http://[::1/",
        "http://[x]/", "http://[:::]/", "http://[1.2.3.4]/", "http://[::1%25eth0]/", "http://[::1]x/", "1http://a/",
        "ht tp://a/", "http://a<b/", "http://?q", "http://#f", "null", ":", "://a",
    })
    void refusesWhatIsNoAbsoluteAddress(String text) {
        assertThrows(InvalidUrl.class, () -> Url.parse(text));
    }

    @Test void refusesMoreThanTheLongestAddressOfTheWeb() throws InvalidUrl {
        String longest = "http://example.com/" + "a".repeat(Url.MAX_LENGTH - "http://example.com/".length());
        assertEquals(Url.MAX_LENGTH, Url.parseWeb(longest).text().length());
        assertEquals(longest, Url.parseWeb(longest + "#:~:text=far").text());
        assertThrows(InvalidUrl.class, () -> Url.parseWeb(longest + "a"));
        assertEquals(Url.MAX_LENGTH + 1, Url.parse(longest + "a").text().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 253, 254, 255, 5000})
    void refusesLongHostsInAnyScript(int length) {
        for (String letters : List.of("\u00fe", "\u00fea", "a".repeat(59) + "\u00fe", "\u00df.", "\ud83d\ude00",
                "\ud83d")) {
            String host = letters.repeat(length);
            assertThrows(InvalidUrl.class, () -> Url.parse("http://" + host + "a".repeat(254) + "/"), letters);
        }
    }

    @Test void tellsTheWebFromOtherSchemes() {
        assertThrows(InvalidUrl.class, () -> Url.parseWeb("ftp://example.com/"));
        assertThrows(InvalidUrl.class, () -> Url.parseWeb("android-app://example.com/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "https://example.com/a?b#c https://example.com/a?b",
        "https://user:secret@example.com/a https://example.com/a",
        "https://example.com https://example.com",
        "https://example.com?a https://example.com?a",
        "https://example.com//a/../b https://example.com//a/../b",
        "https://example.com/ä?ö https://example.com/%C3%A4?%C3%B6",
        "https://example.com/\"<>` https://example.com/%22%3C%3E%60",
    })
    void keepsTheAddressAsItCame(String text, String kept) throws InvalidUrl {
        assertEquals(kept, Url.parse(text).text());
    }

    @Test void keepsTheQueryAsItCame() throws InvalidUrl {
        assertEquals("a=%zz&b=?", Url.parse("http://example.com/?a=%zz&b=?#c").query());
        assertEquals("%C3%A4=%7B%F0%9F%98%80%7D", Url.parse("http://example.com/?ä={😀}").query());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '^', value = {
        "http://a/b?c#d http://a/b?c#d", "http://a#d http://a#d", "http://a/# http://a/#", "http://a/b http://a/b",
        "http://a/#ä\"<>#?/ http://a/#%C3%A4%22%3C%3E#?/", "http://u:p@a/#:~:text=x http://a/#:~:text=x",
    })
    void leadsToTheFragmentToo(String text, String whole) throws InvalidUrl {
        assertEquals(whole, Url.parse(text).whole());
    }
}
