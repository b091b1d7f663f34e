package prisme.stats;

/// A text is no time that can be asked about; the message says why and fits behind "the time …".
public final class InvalidTime extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTime(String message) {
        /* Thrown for whatever strangers send: no stack trace, it would only cost time. */
        super(message, null, false, false);
    }
}
