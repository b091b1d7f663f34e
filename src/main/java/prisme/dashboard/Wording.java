package prisme.dashboard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import prisme.stats.Question;
import prisme.stats.Question.Metric;
import prisme.stats.Question.Ranking;

/// How a question is put in the parameters of a request.
interface Wording {
    /// The question that these parameters put.
    ///
    /// @throws BadParameter when one that this question needs is missing
    Question read(Parameters parameters, Reading reading) throws BadParameter;

    /// All there are, by the names that addresses have.
    static Map<String, Wording> all() {
        Map<String, Wording> all = new LinkedHashMap<>();
        Arrays.stream(Metric.values()).forEach(metric -> all.put(word(metric),
                (_, reading) -> new Question.Series(metric, reading.buckets())));
        Arrays.stream(Ranking.values()).forEach(ranking -> all.put("top-" + name(ranking),
                (_, reading) -> new Question.Top(ranking, reading.limit())));
        all.put("top-custom-event-properties", (parameters, reading) ->
                new Question.TopProperties(parameters.required("name"), reading.limit()));
        all.put("top-custom-event-values", (parameters, reading) ->
                new Question.TopValues(parameters.required("name"), parameters.required("property"), reading.limit()));
        return all;
    }

    private static String name(Ranking ranking) {
        return ranking == Ranking.SYSTEMS ? "operating-systems" : word(ranking);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
