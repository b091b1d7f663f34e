package prisme.store;

/// A place in a log: behind one of its records. What was derived from the records up to there keeps the mark, so that
/// it can be told later whether it was derived from this log, and which records it does not know yet.
///
/// @param sequence the record's number in the order of arrival; 0 for the place before the first one
/// @param segment  the number of the segment it stands in
/// @param checksum the record's own; 0 where there is none
public record LogMark(long sequence, long segment, int checksum) {
    /// The place before the first record of any log.
    public static final LogMark BEGIN = new LogMark(0, 1, 0);
}
