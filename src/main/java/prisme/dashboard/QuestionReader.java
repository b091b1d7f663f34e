package prisme.dashboard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import prisme.stats.Question;
import prisme.stats.Question.Metric;
import prisme.stats.Question.Ranking;

/// Reads one kind of question from the parameters of a request.
interface QuestionReader {
    /// The question that these parameters ask.
    ///
    /// @throws BadParameter when one that this question needs is missing
    Question read(Parameters parameters, StatsRequest request) throws BadParameter;

    /// All readers, by the last part of the addresses where their questions are answered.
    static Map<String, QuestionReader> all() {
        Map<String, QuestionReader> all = new LinkedHashMap<>();
        Arrays.stream(Metric.values()).forEach(metric -> all.put(word(metric),
                (_, request) -> new Question.Series(metric, request.buckets())));
        Arrays.stream(Ranking.values()).forEach(ranking -> all.put("top-" + name(ranking),
                (_, request) -> new Question.Top(ranking, request.limit())));
        all.put("top-custom-event-properties", (parameters, request) ->
                new Question.TopProperties(parameters.required("name"), request.limit()));
        all.put("top-custom-event-values", (parameters, request) ->
                new Question.TopValues(parameters.required("name"), parameters.required("property"), request.limit()));
        return all;
    }

    private static String name(Ranking ranking) {
        return ranking == Ranking.SYSTEMS ? "operating-systems" : word(ranking);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
