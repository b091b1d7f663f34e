package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKTest {
    /// In whatever order they come; of equally common ones the first by its bytes.
    @ParameterizedTest @ValueSource(ints = {1, 2, 3, 10, 99, 100, 101})
    void keepsTheCommonest(int limit) {
        Random random = new Random(limit);
        List<Map.Entry<String, Long>> texts = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> Map.entry("/" + i, random.nextLong(4))).toList());
        Collections.shuffle(texts, random);
        TopK commonest = new TopK(limit);
        texts.forEach(text -> commonest.offer(text.getKey().getBytes(StandardCharsets.UTF_8), text.getValue()));
        texts.sort(Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
        List<Map.Entry<String, Long>> top = texts.subList(0, Math.min(limit, 100));
        assertEquals(new Answer.Top(top.stream().map(Map.Entry::getKey).toList(),
                top.stream().map(Map.Entry::getValue).toList()), commonest.top());
    }
}
