package prisme.columns;

import java.util.Arrays;

/// Sorts the numbers of rows by a comparison of the rows, and equal rows by their number.
/* The JDK sorts primitive numbers by their natural order alone. Sorting them as boxed objects cost five megabytes for
 * hundreds of thousands of rows, and had its sort compiled anew with every second segment, as the compiler specializes
 * it for the type of array that was sorted last. */
final class IntSort {
    private final Comparison comparison;

    private IntSort(Comparison comparison) {
        this.comparison = comparison;
    }

    /// Compares two rows as [java.util.Comparator] does.
    interface Comparison {
        int of(int one, int other);
    }

    /// The numbers from 0 up to, not including, `count`, sorted.
    static int[] sorted(int count, Comparison comparison) {
        int[] rows = new int[count];
        Arrays.setAll(rows, row -> row);
        new IntSort(comparison).sort(rows.clone(), rows, 0, count);
        return rows;
    }

    /// Sorts a stretch of `rows` by merging, with the help of an array that holds the same numbers. What is in order
    /// already takes one comparison for each row.
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
