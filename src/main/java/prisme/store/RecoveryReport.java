package prisme.store;

import java.util.List;

/// What opening a log found and did.
///
/// @param segments  how many segments there are
/// @param events    the sequence number of the last event, which is how many were ever stored
/// @param tornBytes how many bytes at the end belonged to no whole record and were cut off; they were never
///     acknowledged
/// @param damages   damaged places of the last segment, and missing segments, that were skipped
public record RecoveryReport(int segments, long events, long tornBytes, List<Damage> damages) {
    public RecoveryReport {
        damages = List.copyOf(damages);
    }
}
