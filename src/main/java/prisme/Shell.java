package prisme;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import prisme.wording.Quote;

/// The surroundings of a command.
///
/// @param environment the environment variables
/// @param directory   the working directory, where the settings file is looked for
/// @param in          standard input
/// @param out         standard output, buffered, for data alone; a write that fails throws
/// @param err         standard error, for sentences
record Shell(Map<String, String> environment, Path directory, InputStream in, OutputStream out, PrintStream err) {
    private static final int BUFFER = 1 << 16;

    /// The shell of this process.
    static Shell ofProcess() {
        return new Shell(System.getenv(), Path.of(""), System.in,
                new BufferedOutputStream(StandardOutput.ofProcess(), BUFFER), System.err);
    }

    /// This shell with another standard error.
    Shell withError(PrintStream other) {
        return new Shell(environment, directory, in, out, other);
    }

    /// Writes a text to standard output, in UTF-8 whatever the locale, and flushes it.
    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Writes a sentence about what went wrong, or may have, to standard error: one line, whatever it quotes.
    void complain(String sentence) {
        err.println("prisme: " + Quote.escaped(sentence));
        err.flush();
    }
}
