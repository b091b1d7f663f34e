package prisme.visitors;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import prisme.event.DeviceId;

/// Assigns page views to sessions, and finds the session of every other event.
///
/// A page view that comes from a page of its own site continues the session that is at that page. One that comes from
/// elsewhere, or from a page that no session is at, is either a page shown again (a reload, a duplicated tab) or the
/// beginning of a new session. Thread-safe; page views of one device are handled one after the other.
public final class Visitors {
    /// How many events may wait for their session at the same time; further ones are answered at once.
    static final int MAX_WAITING = 1024;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Limits limits;
    private final PageviewJournal journal;
    private final Salts salts;
    private final Devices devices;
    private final Moves moves = new Moves();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    /// @param sessionTtl           how long a session lives without a page view
    /// @param maxSessionsPerDevice how many sessions of one device are kept, at least 1
    /// @param bytes                how much memory all sessions may take, approximately; when it is used up, the
    ///                             sessions of the devices seen longest ago are forgotten
    public record Limits(Duration sessionTtl, int maxSessionsPerDevice, long bytes) {}

    /// Visitors who are not recognised after a restart.
    ///
    /// @param journal where page views are stored
    public Visitors(Limits limits, PageviewJournal journal) {
        this(limits, journal, new Salts(limits.sessionTtl(), Salts.nowhere()));
    }

    /// Visitors whose devices are recognised after a restart; [Continuity] restores their sessions.
    ///
    /// @param journal   where page views are stored
    /// @param directory the directory of the [SaltFile]
    public Visitors(Limits limits, PageviewJournal journal, Path directory) {
        this(limits, journal, new Salts(limits.sessionTtl(), new SaltFile(directory)));
    }

    Visitors(Limits limits, PageviewJournal journal, Salts salts) {
        this.limits = limits;
        this.journal = journal;
        this.salts = salts;
        this.devices = new Devices(limits.sessionTtl().toMillis(), limits.bytes());
    }

    /// Assigns a page view to a session and stores it.
    ///
    /// @param newVisitor determines who views the page; only called when a new session begins
    /// @param now        when it arrived; cut to whole milliseconds
    /// @throws IOException when it could not be stored; then the sessions are as if it had not arrived
    public PageviewOutcome pageview(PageviewReport report, Supplier<NewVisitor> newVisitor, Instant now)
            throws IOException {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        List<DailySalt> known = salts.at(at);
        Identity who = known.getFirst().identityOf(report.who());
        return devices.use(who.device(), device -> {
            if (mayHaveEarlier(device)) {
                takeEarlier(report.who(), who.device(), known, device);
            }
            synchronized (device) {
                return new Turn(limits, journal, who, device, report, at).take(newVisitor);
            }
        });
    }

    /// Finds the session of an event other than a page view.
    ///
    /// @param patience how long to wait for a session when there is none yet
    /// @return empty when there is none, even after waiting
    /// @throws InterruptedException when the thread is interrupted while it waits
    public Optional<Attribution> find(Fingerprint who, Whereabouts where, Instant now, Duration patience)
            throws InterruptedException {
        Optional<Attribution> found = findNow(who, where, now);
        if (found.isPresent() || patience.isZero() || !waiting.tryAcquire()) {
            return found;
        }
        try {
            return await(who, where, now, patience);
        } finally {
            waiting.release();
        }
    }

    /// Restores sessions of a device, or brings those that are known already up to these states.
    void resume(DeviceId id, List<Session.State> states) {
        devices.use(id, device -> catchUp(device, states));
    }

    /// Does the same with an encoded device, see [DeviceCodec].
    void resume(DeviceId id, BinaryWriter encoded) {
        boolean hasTooMany = DeviceCodec.sessions(encoded.bytes(), 0) > limits.maxSessionsPerDevice();
        if (hasTooMany || !devices.put(id, encoded)) {
            resume(id, DeviceCodec.read(encoded.bytes(), 0, encoded.size()).states());
        }
    }

    /// Forgets all sessions.
    void forgetAll() {
        devices.clear();
    }

    /// Receives the sessions of each device.
    interface Copying<E extends Exception> {
        void of(DeviceId id, List<Session.State> sessions) throws E;
    }

    /// Passes on all live sessions but silent copies, one device at a time, while others can still change them. A
    /// session that exists during the whole call is passed on at least once, with the id of the device that it belongs
    /// to or belonged to.
    <E extends Exception> void copy(Instant now, Copying<E> copying) throws E {
        moves.watch();
        devices.each((id, device) -> copying.of(id, states(device, now)));
        for (Moves.Moved moved : moves.watched()) {
            copying.of(moved.to(), recorded(moved.sessions()));
        }
    }

    private List<Session.State> states(Device device, Instant now) {
        synchronized (device) {
            device.dropIdleSince(now.minus(limits.sessionTtl()));
            return recorded(device.states());
        }
    }

    private static List<Session.State> recorded(List<Session.State> sessions) {
        return sessions.stream().filter(Session.State::isRecorded).toList();
    }

    /// Forgets expired salts even if there are no requests.
    void tend(Instant now) {
        salts.tend(now);
    }

    Duration sessionTtl() {
        return limits.sessionTtl();
    }

    /// How many devices have sessions in memory.
    public int devices() {
        return devices.count();
    }

    /// How many sessions are in memory.
    public int sessions() {
        return devices.sessions();
    }

    private Optional<Attribution> findNow(Fingerprint who, Whereabouts where, Instant now) {
        for (DailySalt salt : salts.at(now)) {
            Optional<Device> device = devices.look(salt.identityOf(who).device());
            Optional<Attribution> found = device.flatMap(known -> findIn(known, where, now));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Attribution> findIn(Device device, Whereabouts where, Instant now) {
        synchronized (device) {
            device.dropIdleSince(now.minus(limits.sessionTtl()));
            return device.find(where).map(Session::attribution);
        }
    }

    private Optional<Attribution> await(Fingerprint who, Whereabouts where, Instant now, Duration patience)
            throws InterruptedException {
        Identity identity = salts.at(now).getFirst().identityOf(who);
        Instant oldest = now.minus(limits.sessionTtl());
        Optional<Attribution> found = devices.use(identity.device(), device -> await(device, where, oldest, patience));
        /* Tried once more with every salt, as the day may have changed while this event waited. */
        return found.isPresent() ? found : findNow(who, where, now.plus(patience));
    }

    private static Optional<Attribution> await(Device device, Whereabouts where, Instant oldest, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (device) {
            device.dropIdleSince(oldest);
            Optional<Session> session = device.find(where);
            for (long left = patience.toNanos(); session.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                device.wait(left / NANOS_PER_MILLI, (int) (left % NANOS_PER_MILLI));
                session = device.find(where);
            }
            return session.map(Session::attribution);
        }
    }

    /// Moves the sessions that a visitor had under other salts to the device under today's salt.
    ///
    /* The sessions are added to the new device before they are removed from the old one, and the move is noted in
     * between, so that a copy of all sessions that is made meanwhile misses none of them. A session that has moved on
     * at the old device in between is caught up with. No two monitors are held at the same time: when the clock jumps,
     * two threads could want them in opposite order. */
    private void takeEarlier(Fingerprint who, DeviceId now, List<DailySalt> known, Device today) {
        List<DeviceId> ids = new ArrayList<>();
        List<Session.State> sessions = new ArrayList<>();
        for (DailySalt salt : known.subList(1, known.size())) {
            DeviceId id = salt.identityOf(who).device();
            ids.add(id);
            devices.look(id).ifPresent(earlier -> sessions.addAll(statesOf(earlier)));
        }
        synchronized (today) {
            today.inherit(sessions);
        }
        moves.note(now, sessions);
        if (!sessions.isEmpty()) {
            ids.forEach(id -> devices.use(id, earlier -> catchUp(today, handOver(earlier))));
        }
    }

    private static List<Session.State> statesOf(Device device) {
        synchronized (device) {
            return device.states();
        }
    }

    private static List<Session.State> handOver(Device device) {
        synchronized (device) {
            return device.handOver();
        }
    }

    private Device catchUp(Device device, List<Session.State> states) {
        synchronized (device) {
            states.forEach(state -> device.resume(state, limits.maxSessionsPerDevice()));
            return device;
        }
    }

    private static boolean mayHaveEarlier(Device device) {
        synchronized (device) {
            return device.mayHaveEarlier();
        }
    }
}
