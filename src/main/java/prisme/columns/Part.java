package prisme.columns;

/// Some of the log's events and the sessions they belong to, column by column. Nothing in it changes while it is read.
///
/// Events are rows in order of arrival. Each refers to a row of the sessions. There is one such row for every different
/// triple of session, visit and visitor id among the events, as of the last page view with it. So a session has several
/// rows when its visitor id changed, and rows in every part that has events of it. Its record is the row with the
/// highest version; of equal ones, the one that arrived last, which is the later row, and the row of the later part. A
/// row without a page view has version 0 and is never a record.
public interface Part {
    /// How many rows are best read at once, beginning at a multiple of as many: those of a block in a file.
    int ROWS_AT_ONCE = Packing.ROWS;

    /// A number that no other part of the directory has or had, so that what was derived from this part can be
    /// recognised.
    long identity();

    /// About how many bytes of memory it takes although its events are in a file; 0 where they are not.
    default long memory() {
        return 0;
    }

    /// How many rows of sessions there are.
    int sessions();

    /// How many events there are.
    int events();

    /// How many different visitor ids there are.
    int visitors();

    /// Whether the rows of sessions ascend by session id, the most significant bits first, as unsigned numbers.
    boolean isSorted();

    /// The time of the earliest event, in seconds since 1970; 0 where there is none.
    long firstSecond();

    /// The time of the latest event, in seconds since 1970; 0 where there is none.
    long lastSecond();

    /// The start of the earliest session, in seconds since 1970.
    long firstStart();

    /// The start of the latest session, in seconds since 1970.
    long lastStart();

    /// The texts that a field has in this part.
    Texts texts(Field field);

    /// Reads `count` session ids, from row `from` on: the most significant 64 bits and the least.
    void sessionIds(int from, int count, long[] high, long[] low);

    /// Reads `count` visitors' keys, from visitor `from` on: 128 bits that are equal for equal visitor ids in whatever
    /// part, and different for different ones.
    void visitorKeys(int from, int count, long[] high, long[] low);

    /// Reads a column of the sessions, from row `from` on.
    void read(SessionColumn column, int from, int count, int[] into);

    /// Reads the times of the last page views of sessions, in seconds since 1970, from row `from` on. For a row without
    /// a page view the time means nothing.
    void exits(int from, int count, long[] into);

    /// Reads a column of the events, from event `from` on.
    void read(EventColumn column, int from, int count, int[] into);

    /// Reads the times of events, in seconds since 1970, from event `from` on.
    void times(int from, int count, long[] into);
}
