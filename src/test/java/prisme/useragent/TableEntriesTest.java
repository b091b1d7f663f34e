package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private final Lessons lessons = new Lessons();

    @Test
    void keepsEverythingUntilItIsForgotten() throws IOException {
        UserAgentParser whole = lessons.without(new BitSet());
        Corpus.browsers().forEach(row -> assertEquals(UserAgent.parse(row.userAgent()), whole.read(row.userAgent())));
        Corpus.crawlers().forEach(row -> assertEquals(UserAgent.parse(row.userAgent()), whole.read(row.userAgent())));
    }

    @Test
    void forgetsWhatAnswersForAString() {
        String phone = "Mozilla/5.0 (Mobile; Nokia_2720_Flip; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.2";
        assertEquals("KaiOS", UserAgent.parse(phone).client().system());
        assertNotEquals("KaiOS", lessons.without(lessons.taughtBy(phone)).read(phone).client().system());
        String crawler = "unheard-archiver";
        assertTrue(UserAgent.parse(crawler).isBot());
        assertNotEquals(UserAgent.parse(crawler).verdict(),
            lessons.without(lessons.taughtBy(crawler)).read(crawler).verdict());
    }

    @Test
    void forgetsAWord() {
        String known = "yt-dlp/2026.1";
        assertTrue(UserAgent.parse(known).isBot());
        assertEquals(new Verdict.Person(), lessons.without(lessons.taughtBy(known)).read(known).verdict());
    }
}
