package prisme.store;

/// A record whose checksum is right holds something else than an event. The message is a phrase.
final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRecord(String message) {
        super(message);
    }
}
