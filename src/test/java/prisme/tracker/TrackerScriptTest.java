package prisme.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prisme.http.Method;
import prisme.http.Request;
import prisme.http.Response;

class TrackerScriptTest {
    private final TrackerScript script = new TrackerScript();

    @Test void takesAtMostAThousandBytesCompressed() {
        assertTrue(script.compressedSize() <= 1000, "the tracker takes " + script.compressedSize() + " bytes");
    }

    @Test void isPlainAscii() {
        String text = new String(TrackerScript.text(), StandardCharsets.UTF_8);
        assertTrue(text.chars().allMatch(c -> c >= ' ' && c <= '~'), text);
    }

    /* The rules that stand at the top of the script. */
    @Test void isWrittenSoThatItCanBeShortened() {
        String code = TrackerScript.source().replaceAll("(?m)^\\s*//.*$", "");
        assertEquals(List.of(), found("\"[^\"\\n]*\\s[^\"\\n]*\"", code.replaceAll("\"[^\"\\s]*\"", "")));
        assertEquals(List.of(), found("['`]|/\\*[^/]", code.replace("/\\/*$/", "")));
        assertEquals(List.of(), found("(?<![\\w$.\\\\])[a-zA-Z](?!\\w)", code.replaceAll("\"[^\"]*\"|/\\S+/\\w*", "")));
        assertEquals(List.of(), found("//.*", code.replaceAll("\"[^\"]*\"", "")));
    }

    @Test void everySiteMayLoadIt() throws IOException {
        Response response = get();
        assertEquals(200, response.status());
        assertEquals(Optional.of("text/javascript; charset=utf-8"), response.header("Content-Type"));
        assertEquals(Optional.of("*"), response.header("Access-Control-Allow-Origin"));
        assertEquals(Optional.of("cross-origin"), response.header("Cross-Origin-Resource-Policy"));
        assertEquals(Optional.of("public, max-age=3600"), response.header("Cache-Control"));
        assertEquals(Optional.of("Sec-CH-UA-Platform, Sec-CH-UA-Model"), response.header("Accept-CH"));
    }

    private Response get() throws IOException {
        assertEquals("/static/wa.js", script.route().pattern());
        return script.route().handler().handle(Request.of(Method.GET, TrackerScript.PATH));
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().map(MatchResult::group).toList();
    }
}
