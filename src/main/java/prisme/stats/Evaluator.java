package prisme.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import prisme.stats.Question.Metric;
import prisme.stats.SeriesTally.Counted;

/// Answers questions about the parts of an inventory: finds the sessions first, then counts for all questions at once.
final class Evaluator {
    private final Inventory inventory;
    private final Workers workers;

    Evaluator(Inventory inventory, Workers workers) {
        this.inventory = inventory;
        this.workers = workers;
    }

    List<Answer> answer(Selection selection, List<Question> questions) {
        Selected selected = new SessionSelector(inventory, selection, workers).run();
        if (questions.stream().anyMatch(Evaluator::isAboutVisitors)) {
            inventory.joinVisitors(selected.records(), workers);
        }
        Map<Question, Tally> tallies = new LinkedHashMap<>();
        questions.forEach(question -> tallies.computeIfAbsent(question, each -> tally(each, selection, selected)));
        Scan scan = new Scan(selection, selected, List.copyOf(tallies.values()));
        workers.each(inventory.parts().size(), i -> scan.run(inventory.parts().get(i)));
        return answers(tallies, questions);
    }

    private static boolean isAboutVisitors(Question question) {
        return switch (question) {
            case Question.Series(Metric metric, var _) -> switch (metric) {
                case VISITORS, LIVE_VISITORS -> true;
                case SESSIONS, SESSIONS_DURATION, PAGEVIEWS, BOUNCES -> false;
            };
            case Question.Top _, Question.TopProperties _, Question.TopValues _ -> false;
            case Question.Summary _ -> true;
        };
    }

    private List<Answer> answers(Map<Question, Tally> tallies, List<Question> questions) {
        Map<Question, Answer> answers = new ConcurrentHashMap<>();
        List<Question> different = List.copyOf(tallies.keySet());
        workers.each(different.size(), i -> answers.put(different.get(i), tallies.get(different.get(i)).answer()));
        return questions.stream().map(answers::get).toList();
    }

    private Tally tally(Question question, Selection selection, Selected selected) {
        return switch (question) {
            case Question.Series(Metric metric, Buckets buckets) -> switch (metric) {
                case VISITORS ->
                        new VisitorsTally(inventory, selection, selected, VisitorsTally.Which.ALL, buckets);
                case LIVE_VISITORS ->
                        new VisitorsTally(inventory, selection, selected, VisitorsTally.Which.LIVE, buckets);
                case SESSIONS -> new SeriesTally(Counted.SESSIONS, buckets);
                case SESSIONS_DURATION -> new SeriesTally(Counted.DURATION, buckets);
                case PAGEVIEWS -> new SeriesTally(Counted.PAGEVIEWS, buckets);
                case BOUNCES -> new SeriesTally(Counted.BOUNCES, buckets);
            };
            case Question.Top top -> new TopTally(inventory.vocabularies(), top.ranking(), selection, top.limit());
            case Question.TopValues values -> PropertiesTally.of(values);
            case Question.TopProperties properties -> PropertiesTally.of(properties);
            case Question.Summary _ -> new SummaryTally(inventory);
        };
    }
}
