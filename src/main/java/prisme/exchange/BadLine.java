package prisme.exchange;

/// A line that is not an event.
///
/// @param number of the line, from 1
/// @param what   is wrong with it, as a phrase
public record BadLine(long number, String what) {
    @Override public String toString() {
        return "line " + number + ": " + what;
    }
}
