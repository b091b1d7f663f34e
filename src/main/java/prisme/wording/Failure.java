package prisme.wording;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Says why something failed, in cases in which the message of the JDK alone would not.
public final class Failure {
    private Failure() {}

    /// The reason, without the name of the file.
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "it is not a directory";
            case FileAlreadyExistsException _ -> "there is a file of this name";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case IOException e when e.getMessage() != null -> e.getMessage();
            case IOException e -> e.getClass().getSimpleName();
        };
    }

    /// The reason, after the name of the file if there is one.
    public static String sentence(IOException failure) {
        return failure instanceof FileSystemException e && e.getFile() != null
                ? Quote.escaped(e.getFile()) + ": " + reason(e) : reason(failure);
    }

    /// A sentence about a bug in Prisme itself: what was thrown, and where.
    public static String bug(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return "a bug in Prisme stopped it: " + thrown + (frames.length == 0 ? "" : " at " + frames[0]);
    }
}
