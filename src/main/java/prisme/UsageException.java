package prisme;

/// The command line is wrong. The message is a sentence for the user: the mistake, and how to correct it.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
