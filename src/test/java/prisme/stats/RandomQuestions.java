package prisme.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import prisme.event.Event;
import prisme.stats.Question.Metric;
import prisme.stats.Question.Ranking;
import prisme.stats.Selection.Dimension;
import prisme.stats.Selection.Filter;

/// Every question there is, about ranges whose borders are where events are, with all kinds of filters.
final class RandomQuestions {
    private final Random random;
    private final List<Event> events;

    RandomQuestions(Random random, List<Event> events) {
        this.random = random;
        this.events = events;
    }

    Selection selection() {
        long one = time();
        long other = random.nextInt(4) == 0 ? one : time();
        boolean isInOrder = random.nextInt(30) > 0;
        return new Selection(isInOrder ? Math.min(one, other) : Math.max(one, other),
                isInOrder ? Math.max(one, other) : Math.min(one, other), filters());
    }

    private long time() {
        if (events.isEmpty() || random.nextInt(4) == 0) {
            return RandomHistory.BEGIN + random.nextInt(-2, 4_000_000);
        }
        Event event = events.get(random.nextInt(events.size()));
        long second = random.nextBoolean() ? Math.floorDiv(event.at().toEpochMilli(), 1000L)
                : (event.visit().session().getMostSignificantBits() >>> 16) / 1000;
        return second + random.nextInt(-1, 2) + (random.nextInt(4) == 0 ? 900 : 0);
    }

    private Map<Dimension, List<Filter>> filters() {
        Map<Dimension, List<Filter>> filters = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (random.nextInt(14) == 0) {
                List<Filter> ofDimension = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    ofDimension.add(filter());
                }
                filters.put(dimension, ofDimension);
            }
        }
        return filters;
    }

    private Filter filter() {
        String text = random.nextInt(10) == 0 ? "nowhere"
                : RandomHistory.TEXTS.get(random.nextInt(RandomHistory.TEXTS.size()));
        return new Filter(text, random.nextInt(3) == 0, random.nextInt(3) == 0);
    }

    /// All questions, in changing order, with limits and buckets of all sizes.
    List<Question> questions(Selection selection) {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question.Summary());
        for (Ranking ranking : Ranking.values()) {
            questions.add(new Question.Top(ranking, limit()));
        }
        for (Metric metric : Metric.values()) {
            questions.add(new Question.Series(metric, buckets(selection)));
        }
        String name = RandomHistory.TEXTS.get(random.nextInt(RandomHistory.TEXTS.size()));
        questions.add(new Question.TopValues(name, random.nextInt(4) == 0 ? "n" : "plan", limit()));
        questions.add(new Question.TopProperties(name, limit()));
        Collections.shuffle(questions, random);
        return questions;
    }

    private int limit() {
        return random.nextBoolean() ? 1 + random.nextInt(4) : 1000;
    }

    private Buckets buckets(Selection selection) {
        if (random.nextBoolean()) {
            return new Buckets.Steps(random.nextBoolean() ? Math.max(1, (selection.to() - selection.from()) / 32)
                    : 1 + random.nextInt(100_000));
        }
        LongStream starts = random.longs(random.nextInt(6), selection.from() - 100,
                Math.max(selection.from(), selection.to()) + 200_000);
        long first = selection.from() - random.nextInt(2) * random.nextInt(5000);
        return new Buckets.Calendar(LongStream.concat(LongStream.of(first), starts.filter(start -> start > first))
                .sorted().distinct().toArray());
    }
}
