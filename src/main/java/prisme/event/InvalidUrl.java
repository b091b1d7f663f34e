package prisme.event;

/// A text is no absolute web address. The message says what is wrong with it and fits after "the address".
public final class InvalidUrl extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidUrl(String message) {
        /* Anybody can cause one, so it has no stack trace, which would only cost time. */
        super(message, null, false, false);
    }
}
