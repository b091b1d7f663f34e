package prisme.columns;

import java.util.Arrays;

/// Sorts the numbers of rows by what the rows say, the smaller number first where they say the same.
/* The JDK sorts primitive numbers by their own order alone, and objects in an array type that its compiler takes for
 * that of whoever sorted last: as boxes, hundreds of thousands of rows cost five megabytes, and the compilation of its
 * sort anew with every second segment. */
final class IntSort {
    private final Comparison comparison;

    private IntSort(Comparison comparison) {
        this.comparison = comparison;
    }

    /// Compares two rows as [java.util.Comparator] does.
    interface Comparison {
        int of(int one, int other);
    }

    /// The numbers from 0 to below `count`, in their order.
    static int[] sorted(int count, Comparison comparison) {
        int[] rows = new int[count];
        Arrays.setAll(rows, row -> row);
        new IntSort(comparison).sort(rows.clone(), rows, 0, count);
        return rows;
    }

    /// Sorts a part of `rows`, by merging, with the help of an array that has the same in it. What is in order already
    /// takes one comparison for each row.
    private void sort(int[] same, int[] rows, int begin, int end) {
        if (end - begin < 2) {
            return;
        }
        int middle = begin + end >>> 1;
        sort(rows, same, begin, middle);
        sort(rows, same, middle, end);
        if (comparison.of(same[middle - 1], same[middle]) <= 0) {
            System.arraycopy(same, begin, rows, begin, end - begin);
        } else {
            merge(same, rows, begin, middle, end);
        }
    }

    private void merge(int[] from, int[] to, int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int at = begin; at < end; at++) {
            boolean takesLeft = right == end || left < middle && comparison.of(from[left], from[right]) <= 0;
            to[at] = takesLeft ? from[left++] : from[right++];
        }
    }
}
