package prisme.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The owner's password, and where it comes from.
public record Password(Secret.Known secret, Place place) {
    private static final String FILE = "dashboard-password";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /// What the decoder puts in the place of bytes that are not UTF-8.
    private static final char NO_CHARACTER = '\uFFFD';
    /// No two of them look alike.
    private static final String CHARACTERS = "23456789abcdefghijkmnpqrstuvwxyz";
    private static final int GROUPS = 4;
    private static final int CHARACTERS_OF_A_GROUP = 5;

    /// Where a password comes from.
    public sealed interface Place {
        /// It is set by an option.
        record Setting() implements Place {}

        /// It is in a file, which holds nothing else.
        record File(Path path) implements Place {}
    }

    /// The password that is set. If none is, the one in a file of the data directory, which is generated at the first
    /// start.
    ///
    /// @param set what the option says
    /// @throws IOException when it can be neither read nor written there, nobody could type it, or what a crash left
    ///                     there cannot be deleted
    public static Password of(Secret set, Path directory) throws IOException {
        OwnerFile file = new OwnerFile(directory.resolve(FILE), "the password is another one");
        if (set instanceof Secret.Known known) {
            file.removeUnfinished();
            return new Password(known, new Place.Setting());
        }
        return inFile(file);
    }

    private static Password inFile(OwnerFile file) throws IOException {
        byte[] bytes = file.readOrWrite(content -> !text(content).isEmpty(),
                () -> (random() + "\n").getBytes(StandardCharsets.UTF_8));
        String text = text(bytes);
        if (!isTypable(text)) {
            throw new FileSystemException(file.path().toString(), null, "holds a password that nobody can type:"
                    + " it must be one line of UTF-8 without control characters; write another one, or delete it");
        }
        return new Password(new Secret.Known(text), new Place.File(file.path()));
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).strip();
    }

    private static boolean isTypable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || text.charAt(i) == NO_CHARACTER) {
                return false;
            }
        }
        return true;
    }

    /* 20 characters of 5 bits each: too many to guess. */
    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * CHARACTERS_OF_A_GROUP; i++) {
            text.append(i > 0 && i % CHARACTERS_OF_A_GROUP == 0 ? "-" : "");
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
