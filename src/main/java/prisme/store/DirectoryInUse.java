package prisme.store;

/// Another log is open in the directory; two must not write to it.
public final class DirectoryInUse extends StoreException {
    private static final long serialVersionUID = 1L;

    private final boolean isOurs;

    private DirectoryInUse(String message, boolean isOurs) {
        super(message);
        this.isOurs = isOurs;
    }

    /// By another process.
    static DirectoryInUse byAnother(String message) {
        return new DirectoryInUse(message, false);
    }

    /// By this process.
    static DirectoryInUse byUs(String message) {
        return new DirectoryInUse(message, true);
    }

    /// Whether it is this process that has it open.
    boolean isOurs() {
        return isOurs;
    }
}
