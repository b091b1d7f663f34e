package prisme.stats;

import java.util.function.IntConsumer;

/// Does pieces of work that are independent of each other, several at a time if possible.
interface Workers {
    /// Does the pieces from 0 up to, not including, `count`, and returns when all are done.
    void each(int count, IntConsumer work);

    /// Does one after the other.
    static Workers alone() {
        return (count, work) -> {
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
        };
    }
}
