package prisme;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import prisme.settings.Settings;
import prisme.store.Archive;
import prisme.store.EventLog;
import prisme.store.Housekeeper;
import prisme.store.RecoveryReport;
import prisme.store.Retention;
import prisme.threads.Rounds;
import prisme.visitors.Continuity;
import prisme.visitors.Visitors;

/// The data directory while this process uses it: the stored events and the visits under way. Closing it writes
/// everything that the next start needs.
final class DataDirectory implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("prisme");

    /// The share of the heap that sessions may take, as its divisor.
    private static final int SESSIONS_SHARE = 8;

    private final EventLog log;
    private final Visitors visitors;
    private final Continuity continuity;
    private final Rounds upkeep;
    private final Housekeeper housekeeper;
    private final Damages damages = new Damages();
    private final InstantSource clock;

    private DataDirectory(EventLog log, Visitors visitors, Continuity continuity, Retention retention,
                          InstantSource clock) {
        this.log = log;
        this.visitors = visitors;
        this.continuity = continuity;
        this.clock = clock;
        this.housekeeper = new Housekeeper(log, continuity::covered, retention, clock,
                new Housekeeper.Told(damages, DataDirectory::warn));
        this.upkeep = EverySecond.start("prisme-visits", this::tend);
    }

    /// Opens the directory, and restores the visits under way.
    ///
    /// @throws IOException when another process uses it, or it cannot be used at all; the message says which
    static DataDirectory open(Settings settings, InstantSource clock) throws IOException {
        Settings.Storage storage = settings.storage();
        EventLog log = EventLog.open(storage.directory(), storage.fsync(), storage.segmentSize());
        try {
            Path directory = storage.directory();
            Visitors visitors = new Visitors(limits(settings.sessions()), log::append, directory);
            Continuity continuity = Continuity.resume(visitors, new LogHistory(log), directory, clock.instant());
            DataDirectory data = new DataDirectory(log, visitors, continuity, storage.retention(), clock);
            log.recovery().damages().forEach(data.damages::count);
            data.housekeeper.start();
            return data;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void tend() {
        if (log.keepsDirectory()) {
            continuity.tend(clock.instant());
        }
    }

    private static Visitors.Limits limits(Settings.Sessions sessions) {
        return new Visitors.Limits(sessions.inactiveTtl(), sessions.maxPerDevice(),
                Runtime.getRuntime().maxMemory() / SESSIONS_SHARE);
    }

    private static void warn(Exception failure) {
        LOGGER.log(System.Logger.Level.WARNING, () -> "files of the store could not be tidied: " + failure);
    }

    EventLog log() {
        return log;
    }

    Visitors visitors() {
        return visitors;
    }

    /// The sealed events, for statistics.
    Archive archive() {
        return new Archive(log.directory(), housekeeper, damages);
    }

    /// The metrics of the store.
    StoreMetrics metrics() {
        return new StoreMetrics(log, housekeeper, damages);
    }

    /// What was found and repaired when the store was opened.
    RecoveryReport recovery() {
        return log.recovery();
    }

    @Override
    public void close() throws IOException {
        housekeeper.close();
        upkeep.close();
        if (log.keepsDirectory()) {
            continuity.end(clock.instant());
        }
        log.close();
    }
}
