package prisme.dashboard;

/// A parameter is missing or wrong. The message is a sentence that names it and tells how to correct the request.
final class BadParameter extends Exception {
    private static final long serialVersionUID = 1L;

    BadParameter(String sentence) {
        /* Thrown for whatever strangers send: no stack trace, it would only cost time. */
        super(sentence, null, false, false);
    }
}
