package prisme.columns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import prisme.columns.Layout.HiddenEventColumn;
import prisme.columns.Layout.HiddenSessionColumn;

/// A part in a file, which [PartWriter] wrote. Any number of threads may read it at the same time. The file was checked
/// when it was opened; should it be damaged later, reading throws [java.io.UncheckedIOException].
public final class SealedPart implements Part, Closeable {
    /// The latest format version that can be read.
    public static final int VERSION = Head.VERSION;

    private final BlockFile file;
    private final boolean isWhole;
    private final Head.Summary summary;
    private final Map<HiddenEventColumn, Column> hiddenOfEvents = new EnumMap<>(HiddenEventColumn.class);
    private final Map<EventColumn, Column> events = new EnumMap<>(EventColumn.class);
    private final Map<HiddenSessionColumn, Column> hiddenOfSessions = new EnumMap<>(HiddenSessionColumn.class);
    private final Map<SessionColumn, Column> sessions = new EnumMap<>(SessionColumn.class);
    private final Column keysHigh;
    private final Column keysLow;
    private final List<SealedTexts> texts = new ArrayList<>();

    private SealedPart(BlockFile file, boolean isWhole) {
        this.file = file;
        this.isWhole = isWhole;
        this.summary = file.head().summary();
        Layout layout = new Layout(file.head());
        for (HiddenEventColumn column : HiddenEventColumn.values()) {
            hiddenOfEvents.put(column, new Column(file, layout.first(column), summary.events()));
        }
        for (EventColumn column : EventColumn.values()) {
            events.put(column, new Column(file, layout.first(column), summary.events()));
        }
        for (HiddenSessionColumn column : HiddenSessionColumn.values()) {
            hiddenOfSessions.put(column, new Column(file, layout.first(column), summary.sessions()));
        }
        for (SessionColumn column : SessionColumn.values()) {
            sessions.put(column, new Column(file, layout.first(column), summary.sessions()));
        }
        keysHigh = new Column(file, layout.firstOfKeysHigh(), summary.visitors());
        keysLow = new Column(file, layout.firstOfKeysLow(), summary.visitors());
        List<Integer> firsts = layout.firstOfTexts();
        for (int i = 0; i < firsts.size(); i++) {
            texts.add(new SealedTexts(file, firsts.get(i), file.head().texts().get(i)));
        }
    }

    /// What came of opening a file.
    public sealed interface Opening {
        record Opened(SealedPart part) implements Opening {}

        /// Not even its head can be read.
        record Unreadable() implements Opening {}

        /// Written by a later version of Prisme.
        record Newer(int version) implements Opening {}
    }

    /// What a file holds, by its head.
    public sealed interface Contents {
        /// @param number        of its segment
        /// @param firstSecond   time of the earliest event, in seconds since 1970
        /// @param lastSecond    time of the latest
        record Known(long number, long firstSequence, long lastSequence, long firstSecond, long lastSecond, int events)
                implements Contents {}

        /// Not even its head can be read.
        record Unknown() implements Contents {}

        /// Written by a later version of Prisme.
        record Newer(int version) implements Contents {}
    }

    /// Opens a file and checks every byte of it.
    ///
    /// @param corruptions told of all that is damaged, whether or not it could be restored
    /// @throws IOException when the file cannot be read at all
    public static Opening open(Path path, Consumer<Corruption> corruptions) throws IOException {
        return open(path, Sectors.of(path), new Buffers(), corruptions);
    }

    /// Opens a file and checks every byte of it.
    ///
    /// @param buffers     which other files may use too
    /// @param corruptions told of all that is damaged, whether or not it could be restored
    /// @throws IOException when the file cannot be read at all
    public static Opening open(Path path, Buffers buffers, Consumer<Corruption> corruptions) throws IOException {
        return open(path, Sectors.of(path), buffers, corruptions);
    }

    /// Opens a file and checks every byte of it.
    ///
    /// @param descriptors which other files may use too
    /// @param buffers     which other files may use too
    /// @param corruptions told of all that is damaged, whether or not it could be restored
    /// @throws IOException when the file cannot be read at all
    public static Opening open(Path path, Descriptors descriptors, Buffers buffers, Consumer<Corruption> corruptions)
            throws IOException {
        return open(path, descriptors.open(path), buffers, corruptions);
    }

    static Opening open(Path path, Sectors sectors, Buffers buffers, Consumer<Corruption> corruptions)
            throws IOException {
        return switch (Examination.of(path, sectors, buffers, corruptions)) {
            case Examination.Result.Readable(BlockFile file, List<Integer> lost) ->
                    new Opening.Opened(new SealedPart(file, lost.isEmpty()));
            case Examination.Result.Unreadable() -> new Opening.Unreadable();
            case Examination.Result.Newer(int version) -> new Opening.Newer(version);
        };
    }

    /// Whether a file begins with a whole head of a version that can be read. Quicker than [#contents(Path)].
    ///
    /// @throws IOException when the file cannot be read
    public static boolean isKnown(Path path) throws IOException {
        return Examination.isKnown(path);
    }

    /// Reads a file's head and nothing else.
    ///
    /// @throws IOException when the file cannot be read
    public static Contents contents(Path path) throws IOException {
        return switch (Examination.head(path)) {
            case Head.Finding.Whole(Head head) -> {
                Head.Summary in = head.summary();
                yield new Contents.Known(in.number(), in.firstSequence(), in.lastSequence(), in.firstSecond(),
                        in.lastSecond(), in.events());
            }
            case Head.Finding.Damaged() -> new Contents.Unknown();
            case Head.Finding.Newer(int version) -> new Contents.Newer(version);
        };
    }

    /// Whether all of it can be read. If not, it must not be read as a part, but only by its [#cursor()] or as
    /// [#rest()].
    public boolean isWhole() {
        return isWhole;
    }

    /// A part in memory of those events that can be read.
    public PartBuilder rest() throws IOException {
        PartBuilder rest = new PartBuilder(~identity());
        for (EventCursor cursor = cursor(); cursor.next(); ) {
            rest.add(cursor.sequence(), cursor.event());
        }
        return rest;
    }

    /// Walks over its events in order of arrival, without those that are damaged. All cursors of a part must be used by
    /// the same thread, as they share what they unpack.
    public EventCursor cursor() {
        return new EventCursor(this);
    }

    /// The sequence number that its first event would have, had none been lost.
    public long firstSequence() {
        return summary.firstSequence();
    }

    /// The sequence number of its last event.
    public long lastSequence() {
        return summary.lastSequence();
    }

    /// How many events between its first and its last sequence number were missing already when it was sealed; 0 where
    /// all events were dropped for their age.
    public int lost() {
        return events() == 0 ? 0 : (int) (lastSequence() - firstSequence() + 1 - events());
    }

    /// The number of its segment.
    public long number() {
        return summary.number();
    }

    Column column(HiddenEventColumn column) {
        return hiddenOfEvents.get(column);
    }

    Column column(EventColumn column) {
        return events.get(column);
    }

    Column column(HiddenSessionColumn column) {
        return hiddenOfSessions.get(column);
    }

    Column column(SessionColumn column) {
        return sessions.get(column);
    }

    /// Reads the texts of a field.
    SealedTexts.BlockReader reader(Field field) {
        return texts.get(field.ordinal()).reader();
    }

    /// Whether a visitor's key is the visitor's id.
    boolean isKey(int visitor) {
        return visitor < summary.keys();
    }

    /// The id of a visitor whose key it is not.
    ///
    /// @throws LostBlock when it cannot be read
    String visitorText(int visitor) throws IOException {
        return texts.getLast().read(visitor - summary.keys());
    }

    Column keysHigh() {
        return keysHigh;
    }

    Column keysLow() {
        return keysLow;
    }

    /* Measured: 16 bytes for the place of a block, 4 more for a block of texts, and 8 KiB for each file. */
    @Override public long memory() {
        return 20L * file.head().blocks().size() + 8 * 1024;
    }

    @Override public long identity() {
        byte[] head = file.head().encode();
        CRC32 other = new CRC32();
        other.update(head);
        return other.getValue() << Integer.SIZE | Head.checksum(head, 0, head.length) & 0xffff_ffffL;
    }

    @Override public int sessions() {
        return summary.sessions();
    }

    @Override public int events() {
        return summary.events();
    }

    @Override public int visitors() {
        return summary.visitors();
    }

    @Override public boolean isSorted() {
        return true;
    }

    @Override public long firstSecond() {
        return summary.firstSecond();
    }

    @Override public long lastSecond() {
        return summary.lastSecond();
    }

    @Override public long firstStart() {
        return summary.firstStart();
    }

    @Override public long lastStart() {
        return summary.lastStart();
    }

    @Override public Texts texts(Field field) {
        return texts.get(field.ordinal());
    }

    @Override public void sessionIds(int from, int count, long[] high, long[] low) {
        column(HiddenSessionColumn.HIGH).read(from, count, high);
        column(HiddenSessionColumn.LOW).read(from, count, low);
    }

    @Override public void visitorKeys(int from, int count, long[] high, long[] low) {
        keysHigh.read(from, count, high);
        keysLow.read(from, count, low);
    }

    @Override public void read(SessionColumn column, int from, int count, int[] into) {
        column(column).read(from, count, into);
    }

    @Override public void exits(int from, int count, long[] into) {
        column(HiddenSessionColumn.EXIT).read(from, count, into);
    }

    @Override public void read(EventColumn column, int from, int count, int[] into) {
        column(column).read(from, count, into);
    }

    @Override public void times(int from, int count, long[] into) {
        column(HiddenEventColumn.SECOND).read(from, count, into);
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
