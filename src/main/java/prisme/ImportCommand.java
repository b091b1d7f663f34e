package prisme;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import prisme.exchange.Import;
import prisme.settings.Settings;
import prisme.store.DirectoryInUse;

/// `import`: stores events that `export` has printed.
record ImportCommand() implements Command {
    /// The switch that skips lines that are no event.
    static final String SKIP = "skip-bad-lines";
    /// The operand that stands for standard input.
    static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "Stores the events that export printed";
    }

    @Override
    public String explanation() {
        return "Reads files, or standard input where none is named or one is called -: one JSON object a line, as "
                + "export prints events. What was exported, imported and exported again is the same to the byte; "
                + "history lands in its own time. What is imported twice counts twice.\n"
                + "It stops at the first line that is no event and names it. The lines before it are stored and stay, "
                + "so go on with a file that begins there. It does not run beside a server, which takes the same lines "
                + "at POST /api/v1/import.";
    }

    @Override
    public List<Flag> flags() {
        return Flag.withSettings(Flag.bare(SKIP, "Skips lines that are no event, and counts them."));
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public int mostOperands() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        List<String> files = arguments.operands().isEmpty() ? List.of(STANDARD_INPUT) : arguments.operands();
        requireAll(files, shell.directory());
        Import.BadLines badLines = arguments.has(SKIP) ? Import.BadLines.SKIP : Import.BadLines.REFUSE;
        Settings settings = arguments.settings(shell);
        ApplicationLog.write(settings.operation().logLevel(), shell.err());
        try (DataDirectory data = DataDirectory.open(settings, InstantSource.system())) {
            return new ImportRun(data.log()::append, badLines, shell).all(files);
        } catch (DirectoryInUse e) {
            throw new IOException(e.getMessage() + "; a running server takes the same lines at POST /api/v1/import", e);
        }
    }

    /* Checked before the first one is read, as it is hard to find out how to continue after a part of the files. */
    private static void requireAll(List<String> files, Path directory) throws IOException {
        for (String file : files) {
            if (file.isEmpty()) {
                throw new UsageException("the name of a file is empty; standard input is called " + STANDARD_INPUT);
            }
            if (!file.equals(STANDARD_INPUT)) {
                requireReadable(file, directory.resolve(file));
            }
        }
    }

    private static void requireReadable(String file, Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new NoSuchFileException(file);
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(file, null, "it is a directory");
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(file);
        }
    }
}
