package prisme.useragent;

/// Finds all phrases in a text: the automaton of Aho and Corasick (Communications of the ACM 18, 1975). After each
/// label that is read, its state tells which phrases end there. The time depends only on the length of the text, not on
/// how many phrases there are and how they overlap.
///
/// One state in fifteen has several successors, and a row with the step for each label. All others hold the only label
/// that leads to a successor, if there is one, and a fallback state for all other labels. With rows for all states, the
/// automaton would be ten times as large, and slowed down by cache misses.
///
/// A step is the number of the state that it leads to, in the bits of [#STATE], with one more bit set if a phrase ends
/// there.
final class Automaton {
    static final int STATE = 0x7fff;
    /// How many labels there are at most. Label 0 is in no phrase.
    static final int LABELS = 64;

    /* How many states have several successors. These have the lowest numbers. */
    private final int branching;
    private final char[] rows;
    private final byte[] onlyLabels;
    private final char[] onlySteps;
    private final char[] fallbacks;
    private final int[][] endings;

    /// @param trie all phrases; it must be [connected][Trie#connect()]
    /// @throws IllegalArgumentException when it has too many states
    Automaton(Trie trie) {
        int count = trie.count();
        if (count > STATE) {
            throw new IllegalArgumentException("the phrases need more than " + STATE + " states");
        }
        branching = branching(trie);
        rows = new char[branching * LABELS];
        onlyLabels = new byte[count - branching];
        onlySteps = new char[count - branching];
        fallbacks = new char[count - branching];
        endings = new int[count][];
        int[] numbers = numbers(trie);
        for (int i = 0; i < count; i++) {
            int state = trie.inOrder(i);
            endings[numbers[state]] = trie.endings(state);
            if (trie.branches(state)) {
                fillRow(trie, state, numbers);
            } else {
                goOn(trie, state, numbers);
            }
        }
    }

    private static int branching(Trie trie) {
        int branching = 0;
        for (int state = 0; state < trie.count(); state++) {
            branching += trie.branches(state) ? 1 : 0;
        }
        return branching;
    }

    private int[] numbers(Trie trie) {
        int[] numbers = new int[trie.count()];
        int first = 0;
        int other = branching;
        for (int state = 0; state < trie.count(); state++) {
            numbers[state] = trie.branches(state) ? first++ : other++;
        }
        return numbers;
    }

    /* States are filled in the order of their depth, so the fallback state is complete. */
    private void fillRow(Trie trie, int state, int[] numbers) {
        int row = numbers[state] * LABELS;
        for (int label = 0; state != 0 && label < LABELS; label++) {
            rows[row + label] = (char) step(numbers[trie.fallback(state)], label);
        }
        for (int child = trie.firstChild(state); child != Trie.NONE; child = trie.sibling(child)) {
            rows[row + trie.label(child)] = stepTo(child, trie, numbers);
        }
    }

    private void goOn(Trie trie, int state, int[] numbers) {
        int at = numbers[state] - branching;
        int child = trie.firstChild(state);
        if (child != Trie.NONE) {
            onlyLabels[at] = trie.label(child);
            onlySteps[at] = stepTo(child, trie, numbers);
        }
        fallbacks[at] = (char) numbers[trie.fallback(state)];
    }

    private static char stepTo(int child, Trie trie, int[] numbers) {
        return (char) (trie.endings(child).length == 0 ? numbers[child] : numbers[child] | STATE + 1);
    }

    /// The step from a state for a label. The first state is 0.
    int step(int state, int label) {
        int at = state;
        while (at >= branching) {
            int other = at - branching;
            if (onlyLabels[other] == label) {
                return onlySteps[other];
            }
            at = fallbacks[other];
        }
        return rows[at * LABELS + label];
    }

    /// The numbers of the phrases that end at a state.
    int[] endings(int state) {
        return endings[state];
    }
}
