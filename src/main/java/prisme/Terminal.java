package prisme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether somebody looks at what is written.
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /* The JDK's console says yes only when standard input is a terminal as well, which it is not in `import < file`.
     * Where there is no /proc, its word has to do. */
    static boolean isStandardError() {
        try {
            return isTerminal(Files.readSymbolicLink(STANDARD_ERROR));
        } catch (IOException | UnsupportedOperationException _) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    static boolean isTerminal(Path device) {
        return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty") || device.endsWith("console");
    }
}
