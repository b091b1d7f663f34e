package prisme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import prisme.exchange.BadLine;
import prisme.exchange.Import;
import prisme.settings.Settings;
import prisme.store.DirectoryInUse;
import prisme.wording.Failure;
import prisme.wording.Quote;

/// `import`: stores what `export` printed.
record ImportCommand() implements Command {
    private static final String SKIP = "skip-bad-lines";
    private static final String STANDARD_INPUT = "-";

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
            return new Reading(data.log()::append, badLines, shell).all(files);
        } catch (DirectoryInUse e) {
            throw new IOException(e.getMessage() + "; a running server takes the same lines at POST /api/v1/import", e);
        }
    }

    /* Before any is read: nobody knows how to go on from a part of them. */
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

    private static String events(long count) {
        return count + (count == 1 ? " event" : " events");
    }

    /// One run over all files.
    private static final class Reading {
        private final ImportTally tally;
        private final Import.BadLines badLines;
        private final Shell shell;
        private final ImportProgress progress;
        private long skipped;

        Reading(Import.Sink sink, Import.BadLines badLines, Shell shell) {
            this.tally = new ImportTally(sink, this::brokenOff);
            this.badLines = badLines;
            this.shell = shell;
            this.progress = Terminal.isStandardError() ? ImportProgress.on(shell.err()) : ImportProgress.none();
        }

        Exit all(List<String> files) throws IOException {
            StopHook.atEnd(tally);
            try {
                Exit exit = Exit.OK;
                for (int i = 0; i < files.size() && exit == Exit.OK; i++) {
                    exit = one(files.get(i));
                }
                return summed(exit);
            } finally {
                tally.end();
            }
        }

        private Exit one(String file) throws IOException {
            if (file.equals(STANDARD_INPUT)) {
                return one("standard input", shell.in());
            }
            try (InputStream in = Files.newInputStream(shell.directory().resolve(file))) {
                return one(Quote.escaped(file), in);
            }
        }

        private Exit one(String name, InputStream in) throws IOException {
            Import lines = new Import(in, badLines, tally);
            try {
                Import.End end = lines.run(progress);
                progress.end();
                return told(name, end);
            } catch (IOException e) {
                progress.end();
                throw new IOException(name + ": " + Failure.sentence(e) + "; stored before: " + events(tally.stored()),
                        e);
            } finally {
                skipped += lines.skipped();
            }
        }

        private Exit told(String name, Import.End end) {
            return switch (end) {
                case Import.End.Whole() -> Exit.OK;
                case Import.End.At(BadLine bad) -> {
                    shell.complain(name + ", " + bad + ". The lines before it are stored; go on from this one, or skip "
                            + "such lines with --" + SKIP);
                    yield Exit.FAILED;
                }
            };
        }

        private Exit summed(Exit exit) {
            shell.err().println(events(tally.end()) + " stored"
                    + (skipped == 0 ? "" : ", " + skipped + (skipped == 1 ? " bad line" : " bad lines") + " skipped"));
            return exit;
        }

        private void brokenOff(long stored) {
            progress.end();
            shell.complain("the import was broken off; " + events(stored)
                    + " stored. The same lines once more would count twice");
        }
    }
}
