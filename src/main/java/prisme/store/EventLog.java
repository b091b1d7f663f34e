package prisme.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import prisme.event.DeviceId;
import prisme.event.Event;

/// Keeps every event in the files of one directory, which no other process may write to. Any number of threads may
/// append at the same time; to interrupt one of them does no harm.
public final class EventLog implements Closeable {
    /// The smallest size of a segment, in bytes.
    public static final long SMALLEST_SEGMENT = 64 * 1024;

    /* The most events of a segment: as many as a small part of the heap holds in columns. */
    static final long MOST_EVENTS = Math.clamp(Runtime.getRuntime().maxMemory() / 512, 65_536, 262_144);

    /* The most bytes of a segment: where no two events share a text, every text takes memory of its own. */
    static final long MOST_BYTES = Math.max(SMALLEST_SEGMENT, Runtime.getRuntime().maxMemory() / 8);

    /// The most bytes that one record, or all records that are stored together, may have.
    public static final int LARGEST_RECORD = Frame.MAX_SIZE;

    private final Path directory;
    private final DirectoryLock lock;
    private final Ownership ownership;
    private final Tail tail;
    private final RecoveryReport recovery;
    private final Durability durability;
    private final GroupCommit commit;
    private final Upkeep upkeep;

    private EventLog(Path directory, DirectoryLock lock, Recovery.End end, SyncPolicy policy, long segmentSize,
                     Disk disk) throws StoreException {
        this.directory = directory;
        this.durability = new Durability(policy, System::nanoTime);
        this.lock = lock;
        this.ownership = new Ownership(directory, lock);
        this.tail = new Tail(end, ownership, durability,
                new Tail.Limits(Math.min(segmentSize, MOST_BYTES), MOST_EVENTS), disk);
        this.recovery = end.report();
        this.commit = new GroupCommit(tail);
        this.upkeep = new Upkeep(policy, tail, commit);
    }

    /// Opens the log in `directory`, which is created if it does not exist, and repairs what a crash left behind.
    ///
    /// @param policy      when events are forced onto the disk
    /// @param segmentSize how many bytes a segment may have before the next one begins, at least [#SMALLEST_SEGMENT];
    ///                    with a small heap, segments have fewer
    /// @throws StoreException when another process has the log open, it was written by a later version, or the
    ///                        directory cannot be used; the message says which
    public static EventLog open(Path directory, SyncPolicy policy, long segmentSize) throws StoreException {
        return open(directory, policy, segmentSize, Disk.real());
    }

    static EventLog open(Path directory, SyncPolicy policy, long segmentSize, Disk disk) throws StoreException {
        if (segmentSize < SMALLEST_SEGMENT) {
            throw new IllegalArgumentException("a segment must have room for " + SMALLEST_SEGMENT + " bytes");
        }
        DataFolder.make(directory, disk);
        DirectoryLock lock = DirectoryLock.on(directory);
        try {
            DataFolder.requireWritable(directory, disk);
            Recovery.requireKnownFormats(directory);
            Leftovers.remove(directory);
            Recovery.End end = new Recovery(directory, disk).run();
            lock.sign();
            EventLog log = new EventLog(directory, lock, end, policy, segmentSize, disk);
            log.upkeep.start();
            return log;
        } catch (StoreException e) {
            lock.release(e);
            throw e;
        }
    }

    /// Stores a page view together with the device it came from, so that its visit can go on after a restart.
    ///
    /// @throws StoreException when it is not stored, and will not be
    /// @throws IllegalArgumentException when it is larger than any event that this server accepts
    public void append(Event.Pageview pageview, DeviceId device) throws StoreException {
        commit.append(EventEncoder.encode(pageview, new Sender.Device(device)));
    }

    /// Stores an event. When this returns, the kernel has it, and with [SyncPolicy.Always] the disk too.
    ///
    /// @throws StoreException when it is not stored, and will not be
    /// @throws IllegalArgumentException when it is larger than any event that this server accepts
    public void append(Event event) throws StoreException {
        commit.append(EventEncoder.encode(event, new Sender.Unknown()));
    }

    /// Stores events in this order, with one write. They are stored without a device, so no visit goes on from them.
    ///
    /// @throws StoreException when they are not stored; then none of them is, nor will be
    /// @throws IllegalArgumentException when all together are larger than [#LARGEST_RECORD]
    public void append(List<? extends Event> events) throws StoreException {
        List<byte[]> records = events.stream().map(event -> EventEncoder.encode(event, new Sender.Unknown())).toList();
        if (records.stream().mapToLong(record -> record.length).sum() > LARGEST_RECORD) {
            throw new IllegalArgumentException(events.size() + " events are more than can be stored at once");
        }
        if (!records.isEmpty()) {
            commit.append(records);
        }
    }

    /// Whether there is a log in this directory, or there was one that is empty by now.
    ///
    /// @throws StoreException when the directory cannot be listed
    public static boolean isIn(Path directory) throws StoreException {
        return !Segment.allIn(directory).isEmpty();
    }

    /// Whether an event is small enough to be stored.
    public static boolean isStorable(Event event) {
        return EventEncoder.isSmallEnough(event);
    }

    /// The place behind the last event that is stored. Events that are being stored at this moment may be behind it.
    public LogMark mark() {
        return tail.last();
    }

    /// The directory that holds the log.
    public Path directory() {
        return directory;
    }

    /// Whether files in the directory may be created, changed and deleted: not while the directory is missing, and
    /// never again once another directory is in its place or another process uses it.
    public boolean keepsDirectory() {
        return ownership.isKept();
    }

    /// The number of the segment that is written to. Those with smaller numbers are not written to any more.
    long activeSegment() {
        return tail.segment().number();
    }

    /// Hands out the page views behind a mark that still know their device, in order of arrival. To be called before
    /// anything is appended.
    ///
    /// @return false, with nothing handed out, when the mark does not belong to this log, or events behind it do not
    ///         know their device any more
    /// @throws IOException when a segment cannot be read
    public boolean replay(LogMark mark, LogReader.Sink sink) throws IOException {
        return mark.sequence() <= mark().sequence() && new Replay(directory).behind(mark, sink);
    }

    /// Hands out the page views since a time that still know their device, and perhaps some earlier ones, in order of
    /// arrival. To be called before anything is appended.
    ///
    /// @throws IOException when a segment cannot be read
    public void replaySince(Instant time, LogReader.Sink sink) throws IOException {
        new Replay(directory).since(time, sink);
    }

    /// What opening found and did.
    public RecoveryReport recovery() {
        return recovery;
    }

    /// How often the log was forced onto the disk since it was opened, and how long that took.
    public Syncs syncs() {
        return durability.syncs();
    }

    /// Whether events can be stored at the moment. This is checked even while none come in.
    public Health health() {
        return commit.health();
    }

    /// Syncs everything; later appends fail.
    ///
    /// @throws IOException when not everything could be synced
    @Override public void close() throws IOException {
        upkeep.end();
        try {
            commit.close();
        } finally {
            lock.close();
        }
    }
}
