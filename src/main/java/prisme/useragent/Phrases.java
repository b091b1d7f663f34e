package prisme.useragent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All phrases anybody looks for, found in one pass over the text.
///
/// The automaton of Aho and Corasick (Communications of the ACM 18, 1975), whose table says for every state and
/// character which state comes next: the time is that of reading the text, however many phrases there are and
/// however they overlap. States know letters without their case and a number as one step, whatever its digits; the few
/// places where something ends are then compared exactly.
final class Phrases {
    private static final int OUTSIDE = 0;
    private static final int CHARACTERS = 128;
    /* The bits of a step that say the state it leads to; the one above says that something ends there. */
    private static final int STATE = 0x7fff;

    private final Phrase[] phrases;
    private final byte[] classes = new byte[CHARACTERS];
    private final int width;
    private final char[] next;
    private final int[][] endings;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases.toArray(Phrase[]::new);
        this.width = classify();
        List<int[]> trie = new ArrayList<>(List.of(new int[width]));
        List<List<Integer>> ends = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < this.phrases.length; i++) {
            ends.get(plant(this.phrases[i].shape(), trie, ends)).add(i);
        }
        this.next = new char[trie.size() * width];
        this.endings = new int[trie.size()][];
        connect(trie, ends);
        markEndings();
    }

    private void markEndings() {
        if (endings.length > STATE) {
            throw new IllegalArgumentException("the phrases need more than " + STATE + " states");
        }
        for (int step = 0; step < next.length; step++) {
            if (endings[next[step]] != null) {
                next[step] |= STATE + 1;
            }
        }
    }

    /// Collects phrases before the automaton is built; equal spellings share a number.
    static final class Collector {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int numberOf(String spelled) {
            return numbers.computeIfAbsent(spelled, _ -> numbers.size());
        }

        /// @throws IllegalArgumentException for an empty phrase or one with letters beyond ASCII
        Phrases collected() {
            return new Phrases(numbers.keySet().stream().map(Phrase::new).toList());
        }
    }

    /// The numbers of all phrases found in the text, as a set of bits.
    Found findIn(String text) {
        Found found = new Found(phrases.length);
        /* Copies, which the virtual machine may keep in registers. */
        char[] steps = next;
        byte[] labels = classes;
        int labelled = width;
        int state = steps[labels[Phrase.START]] & STATE;
        boolean inNumber = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = Phrase.isDigit(c);
            if (digit && inNumber) {
                continue;
            }
            inNumber = digit;
            int step = c < CHARACTERS ? steps[state * labelled + labels[c]] : OUTSIDE;
            state = step & STATE;
            if (step > STATE) {
                note(endings[state], text, i, found);
            }
        }
        return found;
    }

    private void note(int[] ending, String text, int last, Found found) {
        for (int phrase : ending) {
            if (!found.has(phrase) && phrases[phrase].standsAt(text, last)) {
                found.add(phrase);
            }
        }
    }

    /// Gives every character in use a small number; numbers share one, and so do the cases of a letter.
    private int classify() {
        int used = OUTSIDE + 1;
        for (Phrase phrase : phrases) {
            for (char c : phrase.shape().toCharArray()) {
                char folded = fold(c);
                if (classes[folded] == OUTSIDE) {
                    classes[folded] = (byte) used++;
                }
            }
        }
        for (char c = 0; c < CHARACTERS; c++) {
            classes[c] = classes[fold(c)];
        }
        return used;
    }

    private static char fold(char c) {
        if (c >= CHARACTERS) {
            throw new IllegalArgumentException("'" + c + "' is beyond ASCII");
        }
        if (Phrase.isDigit(c)) {
            return Phrase.NUMBER;
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private int plant(String letters, List<int[]> trie, List<List<Integer>> ends) {
        int state = 0;
        for (char c : letters.toCharArray()) {
            int label = classes[c];
            if (trie.get(state)[label] == 0) {
                trie.get(state)[label] = trie.size();
                trie.add(new int[width]);
                ends.add(new ArrayList<>());
            }
            state = trie.get(state)[label];
        }
        return state;
    }

    /* Breadth first, so that the state to fall back to is complete before it is copied from. */
    private void connect(List<int[]> trie, List<List<Integer>> ends) {
        int[] fallback = new int[trie.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends.get(state).addAll(state == 0 ? List.of() : ends.get(fallback[state]));
            endings[state] = ends.get(state).isEmpty() ? null : toArray(ends.get(state));
            for (int label = 0; label < width; label++) {
                int child = trie.get(state)[label];
                int elsewhere = state == 0 ? 0 : next[fallback[state] * width + label];
                next[state * width + label] = (char) (child == 0 ? elsewhere : child);
                if (child != 0) {
                    fallback[child] = elsewhere;
                    queue.add(child);
                }
            }
        }
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    /// Which phrases a text holds.
    static final class Found {
        private final long[] bits;

        private Found(int phrases) {
            bits = new long[(phrases + Long.SIZE - 1) / Long.SIZE];
        }

        boolean has(int phrase) {
            return (bits[phrase / Long.SIZE] >>> phrase & 1) != 0;
        }

        private void add(int phrase) {
            bits[phrase / Long.SIZE] |= 1L << phrase;
        }

        /// The least number of a phrase found that is not below `from`, or -1.
        int nextFrom(int from) {
            int word = from / Long.SIZE;
            if (word >= bits.length) {
                return -1;
            }
            long rest = bits[word] & -1L << from;
            while (rest == 0) {
                if (++word == bits.length) {
                    return -1;
                }
                rest = bits[word];
            }
            return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
        }
    }
}
