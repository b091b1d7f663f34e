package prisme.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPathTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "/ /", "/a/b /a/b", "/a/ /a/", "//a///b// /a/b/",
        "/./a /a", "/a/. /a/", "/a/.. /", "/a/../b /b", "/../a /a", "/a/b/../../../c /c", "/a/./b/ /a/b/",
        "/a//../b /b", "/.a /.a", "/..a /..a", "/a.b /a.b", "/... /...", "/.well-known/x /.well-known/x",
        "/%2e%2E/a /a", "/a/%2e /a/",
        "/%7euser /~user", "/%41%7a%30 /Az0", "/a%2fb /a%2Fb", "/%c3%a4 /%C3%A4", "/%21 /%21",
        "/% /%25", "/%2 /%252", "/%zz /%25zz", "/%%41 /%25A", "/%٣٣ /%25%D9%A3%D9%A3",
        "/ä /%C3%A4", "/😀 /%F0%9F%98%80", "/a|b /a%7Cb", "/[a] /%5Ba%5D", "/a\\b /a%5Cb",
        "/!$&()*+,;=:@ /!$&()*+,;=:@",
    })
    void normalises(String path, String normal) {
        assertEquals(normal, UrlPath.normalise(path));
    }

    @Test void readsNothingAsTheRoot() {
        assertEquals("/", UrlPath.normalise(""));
    }

    @Test void encodesASpace() {
        assertEquals("/a%20b", UrlPath.normalise("/a b"));
    }

    @Test void changesNothingTheSecondTime() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "/.%2eEfF5aä ~?\\";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder path = new StringBuilder("/");
            for (int i = random.nextInt(12); i > 0; i--) {
                path.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String once = UrlPath.normalise(path.toString());
            assertEquals(once, UrlPath.normalise(once), () -> "seed " + seed + ", path " + path);
        }
    }
}
