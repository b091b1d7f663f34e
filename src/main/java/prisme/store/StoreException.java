package prisme.store;

import java.io.IOException;
import prisme.wording.Failure;

/// Events could not be stored or read; the message is a plain sentence for whoever runs the server.
public sealed class StoreException extends IOException permits DirectoryInUse {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, IOException cause) {
        super(message + ": " + Failure.reason(cause), cause);
    }

    /// The same failure once more, for another thread.
    StoreException(StoreException failure) {
        super(failure.getMessage(), failure);
    }
}
