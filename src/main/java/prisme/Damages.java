package prisme;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import prisme.store.Damage;

/// Counts the damaged places that the server finds in the store, and logs each of them.
final class Damages implements Consumer<Damage> {
    private static final System.Logger LOGGER = System.getLogger("prisme");

    private final AtomicLong count = new AtomicLong();

    @Override
    public void accept(Damage damage) {
        LOGGER.log(System.Logger.Level.WARNING, () -> "damage in the store; " + damage.toReaders());
        count(damage);
    }

    /// Counts a damaged place that was reported already.
    void count(Damage damage) {
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }
}
