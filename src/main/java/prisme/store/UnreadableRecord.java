package prisme.store;

/// A record with a correct checksum does not hold an event. The message is a phrase that fits behind "the record".
final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRecord(String message) {
        super(message);
    }
}
