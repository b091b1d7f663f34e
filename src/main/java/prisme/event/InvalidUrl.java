package prisme.event;

/// A text is no absolute web address; the message says what is wrong with it and fits behind "the address …".
public final class InvalidUrl extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidUrl(String message) {
        /* Thrown for whatever strangers send: no stack trace, it would only cost time. */
        super(message, null, false, false);
    }
}
