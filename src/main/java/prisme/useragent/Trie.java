package prisme.useragent;

import java.util.Arrays;

/// All phrases as a tree of states. Each state stands for a beginning that some phrases have in common, and state 0,
/// the root, for the empty one. Once it is [connected][#connect()], each state has a fallback state.
final class Trie {
    static final int NONE = -1;
    private static final int[] NOTHING = {};

    private final byte[] labels;
    private final int[] firstChildren;
    private final int[] siblings;
    private final int[] fallbacks;
    private final int[] order;
    private final int[][] endings;
    private int count = 1;

    /// @param most how many labels all phrases have together
    Trie(int most) {
        int room = most + 1;
        labels = new byte[room];
        firstChildren = new int[room];
        siblings = new int[room];
        fallbacks = new int[room];
        order = new int[room];
        endings = new int[room][];
        Arrays.fill(firstChildren, NONE);
        Arrays.fill(siblings, NONE);
        Arrays.fill(endings, NOTHING);
    }

    /// Adds a phrase, given by its labels and its number.
    void add(byte[] letters, int phrase) {
        int state = 0;
        for (byte letter : letters) {
            int child = child(state, letter);
            state = child == NONE ? addChild(state, letter) : child;
        }
        endings[state] = both(endings[state], new int[] {phrase});
    }

    private int addChild(int state, byte label) {
        int child = count++;
        labels[child] = label;
        siblings[child] = firstChildren[state];
        firstChildren[state] = child;
        return child;
    }

    /// Finds the fallback state of each state: the one that stands for the longest proper suffix of what this state
    /// stands for. Phrases that end there end here, too.
    void connect() {
        int queued = 1;
        for (int at = 0; at < queued; at++) {
            int state = order[at];
            endings[state] = state == 0 ? endings[0] : both(endings[state], endings[fallbacks[state]]);
            for (int child = firstChildren[state]; child != NONE; child = siblings[child]) {
                fallbacks[child] = state == 0 ? 0 : behind(fallbacks[state], labels[child]);
                order[queued++] = child;
            }
        }
    }

    private int behind(int state, byte label) {
        int at = state;
        while (child(at, label) == NONE && at != 0) {
            at = fallbacks[at];
        }
        return Math.max(0, child(at, label));
    }

    private int child(int state, byte label) {
        int child = firstChildren[state];
        while (child != NONE && labels[child] != label) {
            child = siblings[child];
        }
        return child;
    }

    /// How many states there are.
    int count() {
        return count;
    }

    /// Whether a state has several children; state 0 counts as one that has.
    boolean branches(int state) {
        return state == 0 || firstChildren[state] != NONE && siblings[firstChildren[state]] != NONE;
    }

    /// The `index`th state, counted from zero, in breadth-first order.
    int inOrder(int index) {
        return order[index];
    }

    /// The label that leads from the parent of a state to it.
    byte label(int state) {
        return labels[state];
    }

    /// The first child of a state, or [#NONE].
    int firstChild(int state) {
        return firstChildren[state];
    }

    /// The next child of the same parent, or [#NONE].
    int sibling(int state) {
        return siblings[state];
    }

    /// The fallback state of a state.
    int fallback(int state) {
        return fallbacks[state];
    }

    /// The numbers of the phrases that end at a state.
    int[] endings(int state) {
        return endings[state];
    }

    private static int[] both(int[] ones, int[] others) {
        if (ones.length == 0 || others.length == 0) {
            return ones.length == 0 ? others : ones;
        }
        int[] all = Arrays.copyOf(ones, ones.length + others.length);
        System.arraycopy(others, 0, all, ones.length, others.length);
        return all;
    }
}
