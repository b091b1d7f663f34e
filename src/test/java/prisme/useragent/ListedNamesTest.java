package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedNamesTest {
    private static final String BROWSER = "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.0; Trident/4.0)";

    @Test
    void makesARuleOfEveryName() {
        assertEquals(List.of("known = ~<gcreep>", "known = ~<getintent", "known = ~<gis-labs"),
            ListedNames.asRules("known", List.of("gcreep, getintent", "gis-labs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcreep", "GCreep/1.0", "the expert html source viewer", "Trendictionary/0.5"})
    void refusesWhatIsListed(String name) {
        assertEquals(new Verdict.Bot("a crawler known by name"), UserAgent.parse(name).verdict());
        assertTrue(UserAgent.parse(BROWSER.replace("Trident/4.0", name)).isBot());
    }

    @Test
    void wantsAShortNameWholeAndEveryNameAtTheStartOfAWord() {
        assertFalse(UserAgent.parse(BROWSER.replace("Trident/4.0", "gcreeper")).isBot());
        assertFalse(UserAgent.parse(BROWSER.replace("Trident/4.0", "xtrendiction")).isBot());
    }

    /// Lists of crawlers have them, too, for what the same firms' servers send.
    @ParameterizedTest
    @ValueSource(strings = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Mattermost/5.5.1 Chrome/118.0.5993.159 "
                + "Electron/27.1.3 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 13; SM-A536B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
                + "Chrome/120.0.6099.144 Mobile Safari/537.36 cz.seznam.email/5.3",
        "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1; FlashGet)"})
    void leavesPeopleTheirPrograms(String browser) {
        assertEquals(new Verdict.Person(), UserAgent.parse(browser).verdict());
    }

    /* Whoever looks for a name finds it by the alphabet. */
    @Test
    void listsEveryNameOnceAndInOrder() {
        List<String> names = Tables.OF_THIS_JAR.lines("crawlers-listed.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(", "))).toList();
        assertEquals(names.stream().distinct().sorted().toList(), names);
    }
}
