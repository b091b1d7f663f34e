package prisme;

/// The command line means nothing. The message is a sentence for whoever typed it: the mistake, and how to write it
/// right.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
