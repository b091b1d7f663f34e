package prisme.useragent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All phrases of all tables, which are found in one pass over the text by an [Automaton].
///
/// The automaton ignores case and reads a number as one step, whatever its digits. The few places where it finds
/// something are then compared exactly. Characters that are in no phrase share a label.
final class Phrases {
    private static final int OUTSIDE = 0;
    private static final int CHARACTERS = 128;

    private final Phrase[] phrases;
    /* The last one is for all characters beyond ASCII. */
    private final byte[] labels = new byte[CHARACTERS + 1];
    private final byte number;
    private final Automaton automaton;
    private final Opening[] openings;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases.toArray(Phrase[]::new);
        label();
        this.number = labels[Phrase.NUMBER];
        this.automaton = new Automaton(trie());
        int start = automaton.step(0, labels[Phrase.START]) & Automaton.STATE;
        labels[Phrase.START] = OUTSIDE;
        labels[Phrase.NUMBER] = OUTSIDE;
        this.openings = openings(new Opening("", start, new int[0]));
    }

    private Trie trie() {
        Trie trie = new Trie(Stream.of(phrases).mapToInt(phrase -> phrase.shape().length()).sum());
        for (int i = 0; i < phrases.length; i++) {
            trie.add(labels(phrases[i].shape()), i);
        }
        trie.connect();
        return trie;
    }

    private byte[] labels(String shape) {
        byte[] letters = new byte[shape.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = labels[shape.charAt(i)];
        }
        return letters;
    }

    private Opening[] openings(Opening none) {
        Stream<Opening> common = Opening.COMMON.stream().map(text -> {
            FoundPhrases found = new FoundPhrases(count());
            int state = read(text, 0, text.length() - 1, none.state(), found);
            return new Opening(text, state, IntStream.range(0, found.count()).map(found::number).toArray());
        });
        return Stream.concat(common, Stream.of(none)).toArray(Opening[]::new);
    }

    /// Collects the phrases before the automaton is built. Phrases that are written alike share a number.
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

    /// Finds all phrases in the text and adds them to `found`.
    void findIn(String text, FoundPhrases found) {
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

    /* Returns the state after what was read. The further digits of a number change nothing, as phrases that end with it
     * have been found at its first digit. */
    private int read(String text, int from, int to, int before, FoundPhrases found) {
        /* A local copy, which the JVM can keep in a register. */
        byte[] labelled = labels;
        int last = from == 0 ? OUTSIDE : labelled[Math.min(text.charAt(from - 1), CHARACTERS)];
        int state = before;
        for (int i = from; i < to; i++) {
            int label = labelled[Math.min(text.charAt(i), CHARACTERS)];
            if (label != number || label != last) {
                int step = automaton.step(state, label);
                state = step & Automaton.STATE;
                if (step > Automaton.STATE) {
                    note(automaton.endings(state), text, i, found);
                }
            }
            last = label;
        }
        return state;
    }

    private void note(int[] ending, String text, int last, FoundPhrases found) {
        for (int phrase : ending) {
            if (!found.has(phrase) && phrases[phrase].standsAt(text, last)) {
                found.add(phrase);
            }
        }
    }

    /// Gives every character that is in a phrase a small number. All digits share one, and so do both cases of a
    /// letter.
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
        if (used > Automaton.LABELS) {
            throw new IllegalArgumentException("the phrases need more than " + Automaton.LABELS + " labels");
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
}
