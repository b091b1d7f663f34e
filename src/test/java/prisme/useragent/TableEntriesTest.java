package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class TableEntriesTest {
    private final TableEntries entries = new TableEntries();

    @Test
    void readsAsBeforeWhenNothingIsLeftOut() throws IOException {
        UserAgentParser whole = entries.without(new BitSet());
        Corpus.browsers().forEach(row -> assertEquals(UserAgent.parse(row.userAgent()), whole.read(row.userAgent())));
        Corpus.crawlers().forEach(row -> assertEquals(UserAgent.parse(row.userAgent()), whole.read(row.userAgent())));
    }

    @Test
    void leavesOutTheEntriesUsedForAString() {
        String phone = "Mozilla/5.0 (Mobile; Nokia_2720_Flip; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.2";
        assertEquals("KaiOS", UserAgent.parse(phone).client().system());
        assertNotEquals("KaiOS", entries.without(entries.usedFor(phone)).read(phone).client().system());
        String crawler = "unheard-archiver";
        assertTrue(UserAgent.parse(crawler).isBot());
        assertNotEquals(UserAgent.parse(crawler).verdict(),
            entries.without(entries.usedFor(crawler)).read(crawler).verdict());
    }

    @Test
    void leavesOutAWord() {
        String known = "yt-dlp/2026.1";
        assertTrue(UserAgent.parse(known).isBot());
        assertEquals(new Verdict.Person(), entries.without(entries.usedFor(known)).read(known).verdict());
    }
}
