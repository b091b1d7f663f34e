package prisme.store;

/// A place in a log, behind one of its records. What was derived from the records up to there is kept together with the
/// mark, so that it can be found out later whether it was derived from this log, and which records came after it.
///
/// @param sequence the record's number in the order of arrival; 0 for the place before the first one
/// @param segment  the number of the segment that holds the record
/// @param checksum that of the record; 0 where there is none
public record LogMark(long sequence, long segment, int checksum) {
    /// The place before the first record of any log.
    public static final LogMark BEGIN = new LogMark(0, 1, 0);
}
