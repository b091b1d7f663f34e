package prisme.wording;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody probably meant to write.
public final class Spelling {
    private static final int SHORTEST_PART = 3;

    private Spelling() {}

    /// The word most similar to a wrong one, if any is similar enough: within one edit per three letters (two are
    /// always allowed), or else one that contains the whole wrong word. Case is ignored.
    public static Optional<String> nearest(String wrong, List<String> right) {
        String word = wrong.toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, word.length() / 3);
        return right.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> distance(word, candidate) <= allowed)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .or(() -> longerThan(word, right));
    }

    private static Optional<String> longerThan(String word, List<String> right) {
        return right.stream()
                .filter(candidate -> word.length() >= SHORTEST_PART
                        && candidate.toLowerCase(Locale.ROOT).contains(word))
                .min(Comparator.comparingInt(String::length));
    }

    /// The end of a sentence about a wrong word; empty when there is no similar one.
    public static String question(Optional<String> nearest) {
        return nearest.map(word -> "; did you mean " + word + "?").orElse("");
    }

    /* The optimal string alignment distance: letters inserted, deleted, replaced, or two neighbours swapped. */
    private static int distance(String word, String candidate) {
        String target = candidate.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[target.length() + 1];
        int[] last = new int[target.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= word.length(); i++) {
            int[] row = nextRow(word, i, target, last, beforeLast);
            beforeLast = last;
            last = row;
        }
        return last[target.length()];
    }

    private static int least(int a, int b, int c) {
        return Math.min(a, Math.min(b, c));
    }

    private static int[] nextRow(String word, int i, String target, int[] last, int[] beforeLast) {
        int[] row = new int[target.length() + 1];
        row[0] = i;
        for (int j = 1; j <= target.length(); j++) {
            int replaced = last[j - 1] + (word.charAt(i - 1) == target.charAt(j - 1) ? 0 : 1);
            row[j] = least(replaced, last[j] + 1, row[j - 1] + 1);
            if (isSwap(word, i, target, j)) {
                row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row;
    }

    private static boolean isSwap(String word, int i, String target, int j) {
        return i > 1 && j > 1
                && word.charAt(i - 1) == target.charAt(j - 2) && word.charAt(i - 2) == target.charAt(j - 1);
    }
}
