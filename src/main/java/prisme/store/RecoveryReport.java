package prisme.store;

import java.util.List;

/// What opening a log found and did.
///
/// @param segments  how many segments there are
/// @param events    the sequence number of the last event: as many were ever stored
/// @param tornBytes how many bytes at the end belonged to no whole record and were cut off; they were never
///     acknowledged
/// @param damages   places in the last segment, or whole segments missing, that were stepped over
public record RecoveryReport(int segments, long events, long tornBytes, List<Damage> damages) {
    public RecoveryReport {
        damages = List.copyOf(damages);
    }
}
