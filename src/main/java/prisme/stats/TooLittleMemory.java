package prisme.stats;

import java.io.IOException;

/// The heap is too small for statistics of all that is stored.
public final class TooLittleMemory extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param message says how much there is, and the remedy
    public TooLittleMemory(String message) {
        super(message);
    }
}
