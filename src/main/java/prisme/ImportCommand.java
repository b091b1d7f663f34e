package prisme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import prisme.exchange.BadLine;
import prisme.exchange.Import;
import prisme.settings.Settings;
import prisme.store.DirectoryInUse;
import prisme.wording.Failure;

/// `import`: stores what `export` printed.
record ImportCommand() implements Command {
    private static final String SKIP = "skip-bad-lines";

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
        return "Reads files, or standard input where none is named: one JSON object a line, as export prints events. "
                + "What was exported, imported and exported again is the same to the byte; history lands in its own "
                + "time.\n"
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
        Import.BadLines badLines = arguments.has(SKIP) ? Import.BadLines.SKIP : Import.BadLines.REFUSE;
        Settings settings = arguments.settings(shell);
        ApplicationLog.write(settings.operation().logLevel(), shell.err());
        try (DataDirectory data = DataDirectory.open(settings, InstantSource.system())) {
            return new Reading(data, badLines, shell).all(arguments.operands());
        } catch (DirectoryInUse e) {
            throw new IOException(e.getMessage() + "; a running server takes the same lines at POST /api/v1/import", e);
        }
    }

    /// One run over all files.
    private static final class Reading {
        private final DataDirectory data;
        private final Import.BadLines badLines;
        private final Shell shell;
        private final ImportProgress progress;
        private long stored;
        private long skipped;

        Reading(DataDirectory data, Import.BadLines badLines, Shell shell) {
            this.data = data;
            this.badLines = badLines;
            this.shell = shell;
            this.progress = Terminal.isStandardError() ? ImportProgress.on(shell.err()) : ImportProgress.none();
        }

        Exit all(List<String> files) throws IOException {
            if (files.isEmpty()) {
                return summed(one("standard input", shell.in()));
            }
            requireAll(files);
            Exit exit = Exit.OK;
            for (int i = 0; i < files.size() && exit == Exit.OK; i++) {
                try (InputStream in = Files.newInputStream(shell.directory().resolve(files.get(i)))) {
                    exit = one(files.get(i), in);
                }
            }
            return summed(exit);
        }

        /* Before any is read: nobody knows how to go on from a part of them. */
        private void requireAll(List<String> files) throws IOException {
            for (String file : files) {
                if (Files.notExists(shell.directory().resolve(file))) {
                    throw new NoSuchFileException(file);
                }
            }
        }

        private Exit one(String file, InputStream in) throws IOException {
            Import lines = new Import(in, badLines, data.log()::append);
            try {
                Import.End end = lines.run(progress);
                progress.end();
                return told(file, end);
            } catch (IOException e) {
                progress.end();
                throw new IOException(file + ": " + Failure.sentence(e) + "; stored before: " + lines.stored()
                        + " events", e);
            } finally {
                stored += lines.stored();
                skipped += lines.skipped();
            }
        }

        private Exit told(String file, Import.End end) {
            return switch (end) {
                case Import.End.Whole() -> Exit.OK;
                case Import.End.At(BadLine bad) -> {
                    shell.complain(file + ", " + bad + ". The lines before it are stored; go on from this one, or skip "
                            + "such lines with --" + SKIP);
                    yield Exit.FAILED;
                }
            };
        }

        private Exit summed(Exit exit) {
            shell.err().println(stored + (stored == 1 ? " event" : " events") + " stored"
                    + (skipped == 0 ? "" : ", " + skipped + (skipped == 1 ? " bad line" : " bad lines") + " skipped"));
            return exit;
        }
    }
}
