package prisme.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import prisme.columns.PartBuilder;
import prisme.stats.Sealed.Listing;
import prisme.store.LogFollower;
import prisme.store.LogRecord;

/// Everything that is stored: sealed parts, and of each segment that is not sealed a part in memory, which is brought
/// up to date whenever somebody asks. For one thread at a time.
final class Stock {
    private final Path directory;
    private final Sealed sealed;
    private final LongSupplier stored;
    private final NavigableMap<Long, PartBuilder> growing = new TreeMap<>();
    private Listing listing;
    private Inventory inventory;
    private LogFollower follower;

    /// @param stored the sequence number of the last event that is known to be stored
    Stock(Path directory, Sealed sealed, LongSupplier stored) throws IOException {
        this.directory = directory;
        this.sealed = sealed;
        this.stored = stored;
        this.listing = sealed.list();
        this.inventory = new Inventory(listing.parts());
        this.follower = follower();
    }

    /// All events that are stored by now.
    Inventory now() throws IOException {
        sealed.relieve();
        /* First the log, then what is sealed: a segment that is sealed in between is dropped here, and whole there. */
        long last = stored.getAsLong();
        while (!follower.read(last, listing.segments(), this::grow)) {
            beginAnew();
        }
        take(sealed.list());
        inventory.follow(List.copyOf(growing.values()));
        return inventory;
    }

    private void grow(long segment, LogRecord event) {
        growing.computeIfAbsent(segment, number -> new PartBuilder(-number)).add(event.sequence(), event.event());
    }

    private void beginAnew() {
        growing.clear();
        inventory = new Inventory(listing.parts());
        follower = follower();
    }

    private LogFollower follower() {
        return new LogFollower(directory, listing.last(), _ -> { });
    }

    /// Takes in what was sealed since the last time, which is what takes longest when somebody asks.
    ///
    /// @return what there is without the events that have come in since somebody asked
    Inventory prepared() throws IOException {
        take(sealed.list());
        return inventory;
    }

    private void take(Listing now) {
        boolean hasFewer = growing.keySet().removeAll(now.segments());
        if (hasFewer || !now.parts().equals(listing.parts())) {
            inventory = new Inventory(now.parts());
        }
        listing = now;
    }
}
