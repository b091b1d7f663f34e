package prisme.dashboard;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import prisme.http.Query;
import prisme.http.Query.Parameter;
import prisme.http.Response;
import prisme.stats.Question;
import prisme.stats.Selection;
import prisme.stats.Statistics;

/// Answers many questions about one selection with one pass over the data, as a page full of panels needs it. Each
/// `ask` is one question: a name and, after a `?`, the parameters of this question alone, such as
/// `ask=totals&ask=top-pages%3Flimit%3D9`. All other parameters apply to every question.
final class ViewApi {
    /// How many questions one request may ask.
    static final int MOST = 32;

    private static final String ASK = "ask";
    private static final String TOTALS = "totals";
    private static final Set<String> OF_ONE = Set.of("interval", "limit", "name", "property");

    private final Statistics statistics;
    private final Map<String, QuestionReader> readers = new HashMap<>(QuestionReader.all());

    ViewApi(Statistics statistics) {
        this.statistics = statistics;
        readers.put(TOTALS, (_, _) -> new Question.Summary());
    }

    /// All answers in the order of the questions.
    ///
    /// @throws BadParameter when anything is wrong with any of the questions
    Response answer(Query query, Instant now) throws BadParameter, IOException {
        List<Parameter> common = query.parameters().stream().filter(one -> !one.name().equals(ASK)).toList();
        List<String> asked = query.parameters().stream().filter(one -> one.name().equals(ASK)).map(Parameter::value)
                .toList();
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new BadParameter("The parameter ask must be there once for each question, of which there may be "
                    + MOST + ".");
        }
        Selection selection = new Parameters(new Query(common)).request(now).selection();
        List<Question> questions = new ArrayList<>();
        for (String ask : asked) {
            questions.add(question(ask, common, now));
        }
        return StatsJson.of(selection, statistics.answer(selection, questions));
    }

    private Question question(String ask, List<Parameter> common, Instant now) throws BadParameter {
        int mark = ask.indexOf('?');
        QuestionReader reader = readers.get(mark < 0 ? ask : ask.substring(0, mark));
        if (reader == null) {
            throw new BadParameter("The parameter ask must begin with the name of a statistic.");
        }
        List<Parameter> own = mark < 0 ? List.of() : Query.parse(ask.substring(mark + 1)).parameters();
        if (!own.stream().allMatch(one -> OF_ONE.contains(one.name()))) {
            throw new BadParameter("The parameter ask may say no more of one question than "
                    + String.join(", ", OF_ONE.stream().sorted().toList()) + ".");
        }
        Parameters parameters = new Parameters(new Query(Stream.concat(own.stream(), common.stream()).toList()));
        return reader.read(parameters, parameters.request(now));
    }
}
