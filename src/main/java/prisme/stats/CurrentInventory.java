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
import prisme.stats.SealedParts.Listing;
import prisme.store.LogFollower;
import prisme.store.LogRecord;

/// Keeps an [Inventory] of everything that is stored: of the sealed parts, and of a part in memory for each segment
/// that is not sealed. The latter are brought up to date whenever somebody asks. For one thread at a time.
final class CurrentInventory {
    private final Path directory;
    private final SealedParts sealed;
    private final LongSupplier stored;
    private final Supplier<Allowance> allowance;
    private final NavigableMap<Long, PartBuilder> growing = new TreeMap<>();
    private Listing listing;
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();
    private LogFollower follower;

    /// There is not enough memory for this many parts, nor for more.
    private record Refusal(int parts, String why) {}

    /// @param stored the sequence number of the last event that is known to be stored
    CurrentInventory(Path directory, SealedParts sealed, LongSupplier stored) throws IOException {
        this(directory, sealed, stored, Allowance::ofThisProcess);
    }

    /// @param allowance for what is kept of the sealed parts
    CurrentInventory(Path directory, SealedParts sealed, LongSupplier stored, Supplier<Allowance> allowance)
            throws IOException {
        this.directory = directory;
        this.sealed = sealed;
        this.stored = stored;
        this.allowance = allowance;
        this.listing = sealed.list();
        this.follower = follower();
    }

    /// The inventory of all events that are stored by now.
    ///
    /// @throws TooLittleMemory when there is not enough memory for it
    Inventory now() throws IOException {
        relieve();
        /* The log first, then the sealed parts: a segment that is sealed in between is then dropped from those in
         * memory, and whole among the sealed ones. */
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

    /// Takes in what was sealed since the last time, which otherwise is what a question waits longest for.
    ///
    /// @return the inventory, without the events that have come in since [#now()] was last called
    /// @throws TooLittleMemory when there is not enough memory for it
    Inventory prepared() throws IOException {
        take(sealed.list());
        Inventory all = inventory.isPresent() ? inventory.get() : inventory();
        inventory = Optional.of(all);
        return all;
    }

    /* It takes a while to find out that there are too many parts, so it is remembered. */
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
