package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Measures the tables against labelled strings, and fails where they fall below what Prisme promises.
class CorpusTest {
    @Test
    void readsBrowsersAsTheReferenceDoes() throws IOException {
        Agreement agreement = agreement("browser", Client::browser);
        assertTrue(agreement.byWeight() >= 99.9, agreement.report());
        assertTrue(agreement.byRow() >= 99.3, agreement.report());
    }

    @Test
    void readsSystemsAsTheReferenceDoes() throws IOException {
        Agreement agreement = agreement("system", Client::system);
        assertTrue(agreement.byWeight() >= 99.9, agreement.report());
        assertTrue(agreement.byRow() >= 99.5, agreement.report());
    }

    @Test
    void readsDevicesAsTheReferenceDoes() throws IOException {
        Agreement agreement = agreement("device", Client::device);
        assertTrue(agreement.byWeight() >= 99.9, agreement.report());
        assertTrue(agreement.byRow() >= 97.5, agreement.report());
    }

    @Test
    void findsCrawlers() throws IOException {
        double found = share(Corpus.crawlers());
        System.out.printf("crawlers found: %.2f %%%n", found);
        assertTrue(found >= 98.8, "found " + found + " %");
    }

    /* The randomized strings were generated and are almost certainly automation, see the README of the corpus. */
    @Test
    void refusesNextToNoPeople() throws IOException {
        List<Corpus.Row> people = Corpus.browsers().stream()
            .filter(row -> !row.bot() && !row.source().equals("user-agents-randomized")).toList();
        double refused = share(people);
        System.out.printf("people refused: %.3f %%%n", refused);
        assertTrue(refused <= 0.09, "refused " + refused + " %");
    }

    @Test
    void letsLibrariesPass() throws IOException {
        assertEquals(0, share(Corpus.libraries()));
    }

    private static double share(List<Corpus.Row> rows) {
        long bots = rows.stream().filter(row -> UserAgent.parse(row.userAgent()).isBot()).count();
        return 100.0 * bots / rows.size();
    }

    private static Agreement agreement(String field, Function<Client, String> value) throws IOException {
        Agreement agreement = new Agreement(field, value).over(Corpus.browsers());
        System.out.print(agreement.report());
        return agreement;
    }
}
