package prisme.store;

/// Another log is open in the directory: two must not write to it.
public final class DirectoryInUse extends StoreException {
    private static final long serialVersionUID = 1L;

    DirectoryInUse(String message) {
        super(message);
    }
}
