package prisme.collect;

/// Something is wrong with a report. The message is a sentence that tells its sender how to correct it.
final class BadReport extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    BadReport(String message) {
        this(Outcome.BAD_REQUEST, message);
    }

    BadReport(Outcome outcome, String message) {
        /* Anybody can cause one, so it has no stack trace, which would only cost time. */
        super(message, null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
