package prisme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells whether output is shown on a terminal.
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /* The JDK's console says yes only if standard input is a terminal, too, which it is not in `import < file`. Where
     * there is no /proc, that has to be enough. */
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
