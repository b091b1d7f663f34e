package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AutomatonTest {
    private static final int TEXT = 400;

    @RepeatedTest(200)
    void findsWhatALookAtEachPlaceFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int letters = 1 + random.nextInt(4);
        List<byte[]> phrases = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            phrases.add(letters(random, 1 + random.nextInt(6), 1, letters));
        }
        Automaton automaton = automaton(phrases);
        byte[] text = letters(random, TEXT, 0, letters + 1);
        int state = 0;
        for (int end = 1; end <= TEXT; end++) {
            int step = automaton.step(state, text[end - 1]);
            state = step & Automaton.STATE;
            Set<Integer> found = new TreeSet<>(Arrays.stream(automaton.endings(state)).boxed().toList());
            assertEquals(endingAt(end, text, phrases), found);
            assertEquals(!found.isEmpty(), step > Automaton.STATE);
        }
    }

    @Test
    void refusesMoreStatesThanAStepCanName() {
        byte[] tooLong = new byte[Automaton.STATE];
        Arrays.fill(tooLong, (byte) 1);
        assertThrows(IllegalArgumentException.class, () -> automaton(List.of(tooLong)));
    }

    private static Automaton automaton(List<byte[]> phrases) {
        Trie trie = new Trie(phrases.stream().mapToInt(phrase -> phrase.length).sum());
        IntStream.range(0, phrases.size()).forEach(i -> trie.add(phrases.get(i), i));
        trie.connect();
        return new Automaton(trie);
    }

    private static Set<Integer> endingAt(int end, byte[] text, List<byte[]> phrases) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < phrases.size(); i++) {
            int start = end - phrases.get(i).length;
            if (start >= 0 && Arrays.equals(phrases.get(i), Arrays.copyOfRange(text, start, end))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static byte[] letters(Random random, int count, int least, int most) {
        byte[] letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (byte) (least + random.nextInt(most - least + 1));
        }
        return letters;
    }
}
