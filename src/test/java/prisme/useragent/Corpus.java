package prisme.useragent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The labelled User-Agents beside the tests; their README says where they come from and what the columns mean.
final class Corpus {
    private Corpus() {}

    record Row(double weight, String source, Client client, boolean bot, String userAgent) {}

    static List<Row> browsers() throws IOException {
        return read("user-agents.tsv.gz");
    }

    static List<Row> crawlers() throws IOException {
        return read("bots.tsv.gz");
    }

    static List<Row> libraries() throws IOException {
        return read("libraries.tsv.gz");
    }

    private static List<Row> read(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Corpus.class.getResourceAsStream(name));
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Corpus::row).toList();
        }
    }

    private static Row row(String line) {
        String[] columns = line.split("\t", -1);
        return new Row(Double.parseDouble(columns[0]), columns[1], new Client(columns[2], columns[3], columns[4]),
            columns[5].equals("1"), columns[6]);
    }
}
