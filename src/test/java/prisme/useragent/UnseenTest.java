package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Estimates how strings are read that were not there when the tables were written, and fails below what Prisme
/// promises for them.
///
/// A fifth held out stands for more strings from the same places. A project held out stands for a place nobody looked
/// at, with curiosities of its own: what people use is still read rightly there, the rarer a phone the less its model.
/// For crawlers both are lower bounds: they forget what was known from public lists, too, but for the table of these.
class UnseenTest {
    private static final int PARTS = 5;
    private static final long SEED = 4;

    private static TableEntries entries;

    @BeforeAll
    static void readTables() {
        entries = new TableEntries();
    }

    @Test
    void readsStringsNeverSeen() throws IOException {
        CrossValidation validation = new CrossValidation(entries, Corpus.browsers()).inParts(byLot());
        System.out.printf("with a fifth of the strings held out:%n%s", validation.report());
        assertAgrees(validation.browser(), 99.7, 97);
        assertAgrees(validation.system(), 99.9, 99);
        assertAgrees(validation.device(), 99, 92);
    }

    @Test
    void readsProjectsNeverSeen() throws IOException {
        CrossValidation validation = new CrossValidation(entries, Corpus.browsers()).inParts(UnseenTest::project);
        System.out.printf("with all strings of a project held out:%n%s", validation.report());
        assertAgrees(validation.browser(), 99.6, 92);
        assertAgrees(validation.system(), 99.9, 98.5);
        assertAgrees(validation.device(), 99, 80);
    }

    @Test
    void findsCrawlersNeverSeen() throws IOException {
        double unseen = new CrossValidation(entries, Corpus.crawlers()).inParts(byLot()).machines();
        double elsewhere = new CrossValidation(entries, Corpus.crawlers()).inParts(UnseenTest::project).machines();
        System.out.printf("crawlers found: %.2f %% with a fifth held out, %.2f %% with a project%n", unseen, elsewhere);
        assertTrue(unseen >= 96.5, "found " + unseen + " %");
        assertTrue(elsewhere >= 94.7, "found " + elsewhere + " %");
    }

    private static void assertAgrees(Agreement agreement, double byWeight, double byRow) {
        assertTrue(agreement.byWeight() >= byWeight && agreement.byRow() >= byRow, agreement.report());
    }

    /* Several sources are files of one project, and alike. */
    private static String project(Corpus.Row row) {
        return Stream.of("user-agents-", "uap-core-").filter(row.source()::startsWith).findFirst().orElse(row.source());
    }

    private static Function<Corpus.Row, String> byLot() {
        Random lot = new Random(SEED);
        return _ -> String.valueOf(lot.nextInt(PARTS));
    }
}
