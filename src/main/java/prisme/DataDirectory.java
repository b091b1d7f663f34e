package prisme;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import prisme.store.EventLog;
import prisme.store.RecoveryReport;
import prisme.visitors.Continuity;
import prisme.visitors.Visitors;

/// The data directory while this process has it: the events, and the visits under way as they were when it was left.
/// Closing it leaves nothing to do for the next start.
final class DataDirectory implements AutoCloseable {
    /// The share of the heap that sessions may take, as its divisor.
    private static final int SESSIONS_SHARE = 4;

    private final EventLog log;
    private final Visitors visitors;
    private final Continuity continuity;
    private final EverySecond upkeep;
    private final InstantSource clock;

    private DataDirectory(EventLog log, Visitors visitors, Continuity continuity, InstantSource clock) {
        this.log = log;
        this.visitors = visitors;
        this.continuity = continuity;
        this.clock = clock;
        this.upkeep = EverySecond.start("prisme-visits", () -> continuity.tend(clock.instant()));
    }

    /// Opens what is there, and takes up the visits under way.
    ///
    /// @throws IOException when another process has it, or it cannot be used; the message says which
    static DataDirectory open(Settings settings, InstantSource clock) throws IOException {
        Settings.Storage storage = settings.storage();
        EventLog log = EventLog.open(storage.directory(), storage.fsync(), storage.segmentSize());
        try {
            Path directory = storage.directory();
            Visitors visitors = new Visitors(limits(settings.sessions()), log::append, directory);
            Continuity continuity = Continuity.resume(visitors, new LogPast(log), directory, clock.instant());
            return new DataDirectory(log, visitors, continuity, clock);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static Visitors.Limits limits(Settings.Sessions sessions) {
        return new Visitors.Limits(sessions.inactiveTtl(), sessions.maxPerDevice(),
                Runtime.getRuntime().maxMemory() / SESSIONS_SHARE);
    }

    EventLog log() {
        return log;
    }

    Visitors visitors() {
        return visitors;
    }

    /// How many events the visits under way can do without: the log must keep those behind them as they are.
    long covered() {
        return continuity.covered();
    }

    /// What opening the store found and did.
    RecoveryReport recovery() {
        return log.recovery();
    }

    @Override
    public void close() throws IOException {
        upkeep.close();
        continuity.end(clock.instant());
        log.close();
    }
}
