package prisme.store;

import java.io.IOException;

/// Events could not be stored or read; the message is a plain sentence for whoever runs the server.
public sealed class StoreException extends IOException permits DirectoryInUse {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, IOException cause) {
        super(message + ": " + reason(cause), cause);
    }

    /// The same failure once more, for another thread.
    StoreException(StoreException failure) {
        super(failure.getMessage(), failure);
    }

    /* An exception of the file system has the file as its message, and the reason apart from it, or in its class. */
    private static String reason(IOException cause) {
        return switch (cause) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.NoSuchFileException _ -> "it does not exist";
            case java.nio.file.NotDirectoryException _ -> "it is not a directory";
            case java.nio.file.FileAlreadyExistsException _ -> "a file of this name exists";
            case java.nio.file.FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
