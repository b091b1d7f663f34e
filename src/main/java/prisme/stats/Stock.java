package prisme.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import prisme.columns.Part;
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
    private final Supplier<Allowance> allowance;
    private final NavigableMap<Long, PartBuilder> growing = new TreeMap<>();
    private Listing listing;
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();
    private LogFollower follower;

    /// So many parts, and more, are more than there is memory for.
    private record Refusal(int parts, String why) {}

    /// @param stored the sequence number of the last event that is known to be stored
    Stock(Path directory, Sealed sealed, LongSupplier stored) throws IOException {
        this(directory, sealed, stored, Allowance::ofThisProcess);
    }

    /// @param allowance for what is kept of the sealed parts
    Stock(Path directory, Sealed sealed, LongSupplier stored, Supplier<Allowance> allowance) throws IOException {
        this.directory = directory;
        this.sealed = sealed;
        this.stored = stored;
        this.allowance = allowance;
        this.listing = sealed.list();
        this.follower = follower();
    }

    /// All events that are stored by now.
    ///
    /// @throws TooLittleMemory when that is more than there is memory for
    Inventory now() throws IOException {
        relieve();
        /* First the log, then what is sealed: a segment that is sealed in between is dropped here, and whole there. */
        long last = stored.getAsLong();
        while (!follower.read(last, listing.segments(), this::grow)) {
            beginAnew();
        }
        Inventory all = prepared();
        all.follow(List.copyOf(growing.values()));
        return all;
    }

    private void relieve() throws TooLittleMemory {
        try {
            sealed.relieve();
        } catch (IOException e) {
            throw new TooLittleMemory("more events wait to be sealed than there is memory for, and they cannot be: "
                    + e.getMessage());
        }
    }

    private void grow(long segment, LogRecord event) {
        growing.computeIfAbsent(segment, number -> new PartBuilder(-number)).add(event.sequence(), event.event());
    }

    private void beginAnew() {
        growing.clear();
        inventory = Optional.empty();
        follower = follower();
    }

    private LogFollower follower() {
        return new LogFollower(directory, listing.last(), _ -> { });
    }

    /// Takes in what was sealed since the last time, which is what takes longest when somebody asks.
    ///
    /// @return what there is without the events that have come in since somebody asked
    /// @throws TooLittleMemory when that is more than there is memory for
    Inventory prepared() throws IOException {
        take(sealed.list());
        Inventory all = inventory.isPresent() ? inventory.get() : inventory();
        inventory = Optional.of(all);
        return all;
    }

    /* That there are too many is found out only after a while, so it is remembered. */
    private Inventory inventory() throws IOException {
        List<Part> parts = listing.parts();
        if (refusal.isPresent() && parts.size() >= refusal.get().parts()) {
            throw new TooLittleMemory(refusal.get().why());
        }
        try {
            return new Inventory(parts, allowance.get());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof TooLittleMemory why) {
                refusal = Optional.of(new Refusal(parts.size(), why.getMessage()));
            }
            throw e.getCause();
        }
    }

    private void take(Listing now) {
        boolean hasFewer = growing.keySet().removeAll(now.segments());
        if (hasFewer || !now.parts().equals(listing.parts())) {
            inventory = Optional.empty();
        }
        listing = now;
    }
}
