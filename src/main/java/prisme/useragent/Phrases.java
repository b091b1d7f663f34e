package prisme.useragent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All phrases anybody looks for, found in one pass over the text.
///
/// The automaton of Aho and Corasick (Communications of the ACM 18, 1975), whose table says for every state and
/// character which state comes next: the time is that of reading the text, however many phrases there are and
/// however they overlap. States know letters without their case and a number as one step, whatever its digits; the few
/// places where something ends are then compared exactly.
///
/// Every state has a row of steps, one for each label; characters that no phrase holds share a label.
final class Phrases {
    private static final int OUTSIDE = 0;
    private static final int CHARACTERS = 128;
    /* The bits of a step that say the state it leads to; the one above says that something ends there. */
    private static final int STATE = 0x7fff;
    /* A row is wider than there are labels, so that a shift finds it: a multiplication takes three times as long. */
    private static final int ROW = 6;
    private static final int LABELS = 1 << ROW;

    private final Phrase[] phrases;
    /* The last one stands for all characters beyond ASCII. */
    private final byte[] labels = new byte[CHARACTERS + 1];
    private final Opening[] openings;
    private final char[] next;
    private final int[][] endings;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases.toArray(Phrase[]::new);
        label();
        Trie trie = new Trie(this.phrases, labels);
        this.next = trie.steps();
        this.endings = trie.endings();
        connect(trie.rows());
        markEndings();
        stayInNumbers();
        this.openings = openings(new Opening("", next[labels[Phrase.START]] & STATE, new int[0]));
    }

    private Opening[] openings(Opening none) {
        labels[Phrase.START] = OUTSIDE;
        labels[Phrase.NUMBER] = OUTSIDE;
        Stream<Opening> common = Opening.COMMON.stream().map(text -> {
            Found found = new Found(count());
            int state = read(text, 0, text.length() - 1, none.state(), found);
            return new Opening(text, state, IntStream.range(0, found.count()).map(found::number).toArray());
        });
        return Stream.concat(common, Stream.of(none)).toArray(Opening[]::new);
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

    /* Behind its first digit a number changes nothing, and what ends with it has ended there. */
    private void stayInNumbers() {
        byte number = labels[Phrase.NUMBER];
        for (int state = 0; state < endings.length; state++) {
            int reached = next[(state << ROW) + number] & STATE;
            next[(reached << ROW) + number] = (char) reached;
        }
    }

    /// Collects phrases before the automaton is built; equal spellings share a number.
    static final class Collector {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int numberOf(String spelled) {
            return numbers.computeIfAbsent(spelled, _ -> numbers.size());
        }

        /// How many phrases there are so far.
        int count() {
            return numbers.size();
        }

        /// @throws IllegalArgumentException for an empty phrase or one with letters beyond ASCII
        Phrases collected() {
            return new Phrases(numbers.keySet().stream().map(Phrase::new).toList());
        }
    }

    /// How many phrases there are.
    int count() {
        return phrases.length;
    }

    /// Notes all phrases that stand in the text.
    void findIn(String text, Found found) {
        int common = 0;
        while (!text.startsWith(openings[common].text())) {
            common++;
        }
        Opening opening = openings[common];
        for (int phrase : opening.phrases()) {
            found.add(phrase);
        }
        read(text, opening.known(), text.length(), opening.state(), found);
    }

    /* Answers the state behind what was read. */
    private int read(String text, int from, int to, int before, Found found) {
        /* Copies, which the virtual machine may keep in registers. */
        char[] steps = next;
        byte[] labelled = labels;
        int state = before;
        for (int i = from; i < to; i++) {
            int step = steps[(state << ROW) + labelled[Math.min(text.charAt(i), CHARACTERS)]];
            state = step & STATE;
            if (step > STATE) {
                note(endings[state], text, i, found);
            }
        }
        return state;
    }

    private void note(int[] ending, String text, int last, Found found) {
        for (int phrase : ending) {
            if (!found.has(phrase) && phrases[phrase].standsAt(text, last)) {
                found.add(phrase);
            }
        }
    }

    /// Gives every character in use a small number; numbers share one, and so do the cases of a letter.
    private void label() {
        int used = OUTSIDE + 1;
        for (Phrase phrase : phrases) {
            for (char c : phrase.shape().toCharArray()) {
                char folded = fold(c);
                if (labels[folded] == OUTSIDE) {
                    labels[folded] = (byte) used++;
                }
            }
        }
        if (used > LABELS) {
            throw new IllegalArgumentException("the phrases need more than " + LABELS + " labels");
        }
        for (char c = 0; c < CHARACTERS; c++) {
            labels[c] = labels[fold(c)];
        }
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

    /* In the order in which the states are reached, so that the state to fall back to is complete before it is copied
     * from. */
    private void connect(int states) {
        char[] steps = next;
        int[] fallback = new int[states];
        int[] queue = new int[states];
        int queued = 1;
        for (int at = 0; at < queued; at++) {
            int state = queue[at];
            int row = state << ROW;
            int behind = fallback[state] << ROW;
            endings[state] = both(endings[state], state == 0 ? null : endings[fallback[state]]);
            for (int label = 0; label < LABELS; label++) {
                int child = steps[row + label];
                if (child == 0) {
                    steps[row + label] = steps[behind + label];
                } else {
                    fallback[child] = state == 0 ? 0 : steps[behind + label];
                    queue[queued++] = child;
                }
            }
        }
    }

    private static int[] both(int[] ones, int[] others) {
        if (ones == null || others == null) {
            return ones == null ? others : ones;
        }
        int[] all = Arrays.copyOf(ones, ones.length + others.length);
        System.arraycopy(others, 0, all, ones.length, others.length);
        return all;
    }

    /// The phrases as a tree: each state is reached by one beginning of some of them.
    private static final class Trie {
        private final byte[] labels;
        private final char[] steps;
        private final int[][] endings;
        private int rows = 1;

        Trie(Phrase[] phrases, byte[] labels) {
            int most = 1;
            for (Phrase phrase : phrases) {
                most += phrase.shape().length();
            }
            this.labels = labels;
            this.steps = new char[most << ROW];
            this.endings = new int[most][];
            for (int i = 0; i < phrases.length; i++) {
                int end = plant(phrases[i].shape());
                endings[end] = both(endings[end], new int[] {i});
            }
        }

        private int plant(String letters) {
            int state = 0;
            for (int i = 0; i < letters.length(); i++) {
                int step = (state << ROW) + labels[letters.charAt(i)];
                if (steps[step] == 0) {
                    steps[step] = (char) rows++;
                }
                state = steps[step];
            }
            return state;
        }

        int rows() {
            return rows;
        }

        char[] steps() {
            return Arrays.copyOf(steps, rows << ROW);
        }

        int[][] endings() {
            return Arrays.copyOf(endings, rows);
        }
    }
}
