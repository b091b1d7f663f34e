package prisme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import prisme.exchange.BadLine;
import prisme.exchange.Import;
import prisme.wording.Failure;
import prisme.wording.Quote;

/// One import of several files, and what is said about it on standard error.
final class ImportRun {
    private final ImportTally tally;
    private final Import.BadLines badLines;
    private final Shell shell;
    private final ImportProgress progress;
    private long skipped;

    /// @param sink     stores the events
    /// @param badLines what to do about lines that are no event
    ImportRun(Import.Sink sink, Import.BadLines badLines, Shell shell) {
        this.tally = new ImportTally(sink, this::brokenOff);
        this.badLines = badLines;
        this.shell = shell;
        this.progress = Terminal.isStandardError() ? ImportProgress.on(shell.err()) : ImportProgress.none();
    }

    /// Imports these files, up to the first one that cannot be imported as a whole.
    ///
    /// @param files their names, or [ImportCommand#STANDARD_INPUT]
    /// @throws IOException when one of them cannot be read, or an event cannot be stored
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
        if (file.equals(ImportCommand.STANDARD_INPUT)) {
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
                        + "such lines with --" + ImportCommand.SKIP);
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

    private static String events(long count) {
        return count + (count == 1 ? " event" : " events");
    }
}
