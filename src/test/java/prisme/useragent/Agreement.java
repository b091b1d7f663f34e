package prisme.useragent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How often one field of the clients is read as the corpus says, and what it is read as otherwise.
final class Agreement {
    private final String field;
    private final Function<Client, String> value;
    private final Map<String, Integer> confusions = new TreeMap<>();
    private double weight;
    private double agreedWeight;
    private int rows;
    private int agreedRows;

    Agreement(String field, Function<Client, String> value) {
        this.field = field;
        this.value = value;
    }

    Agreement over(Collection<Corpus.Row> corpus) {
        return over(corpus, UserAgent::parse);
    }

    Agreement over(Collection<Corpus.Row> corpus, Function<String, UserAgent> reader) {
        corpus.forEach(row -> count(row, reader.apply(row.userAgent()).client()));
        return this;
    }

    private void count(Corpus.Row row, Client read) {
        String wanted = value.apply(row.client());
        String found = value.apply(read);
        rows++;
        weight += row.weight();
        if (wanted.equals(found)) {
            agreedRows++;
            agreedWeight += row.weight();
        } else {
            confusions.merge(wanted + " read as " + found, 1, Integer::sum);
        }
    }

    double byWeight() {
        return 100 * agreedWeight / weight;
    }

    double byRow() {
        return 100.0 * agreedRows / rows;
    }

    String report() {
        StringBuilder report = new StringBuilder(
            "%-7s %7.3f %% by weight, %6.2f %% of %d strings%n".formatted(field, byWeight(), byRow(), rows));
        new HashMap<>(confusions).entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .limit(5).forEach(entry -> report.append("        %3d %s%n".formatted(entry.getValue(), entry.getKey())));
        return report.toString();
    }
}
