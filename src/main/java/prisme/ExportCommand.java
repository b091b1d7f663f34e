package prisme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import prisme.exchange.Export;
import prisme.exchange.ExportParameters;
import prisme.exchange.InvalidParameter;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// `export`: prints all stored events or sessions, even while the server runs.
record ExportCommand() implements Command {
    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "Prints all events or sessions, one a line";
    }

    @Override
    public String explanation() {
        return "Events come in order of time, sessions in order of their start and as of their last page view. "
                + "It may be asked while the server runs, and then prints what was stored when it began.\n"
                + "In CSV, a cell that a spreadsheet would take for a formula has a ' in front; JSON is exact.";
    }

    @Override
    public List<Flag> flags() {
        return Flag.withSettings(
                Flag.valued(ExportParameters.TABLE, "events", "What a line stands for: events or sessions."),
                Flag.valued(ExportParameters.FORMAT, "ndjson",
                        "How a line is written: ndjson, one JSON object a line, or csv."),
                Flag.valued(ExportParameters.FROM, "2026-01-31",
                        "The first instant (2026-01-31T12:00:00Z) or day (UTC) to print; of sessions, the start "
                                + "counts."),
                Flag.valued(ExportParameters.TO, "2026-02-28",
                        "The instant or day at which to stop; it is not printed any more."),
                Flag.valued(ExportParameters.DOMAIN, "example.com", "Prints these domains alone, a list with commas."));
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        Export export = asked(arguments);
        Path directory = DirectoryToRead.of(arguments, shell);
        export.run(directory, shell.out(), damage -> shell.complain(damage.toReaders()));
        return Exit.OK;
    }

    private static Export asked(Arguments arguments) {
        try {
            return ExportParameters.read(arguments::value);
        } catch (InvalidParameter e) {
            String value = arguments.value(e.name()).orElse("");
            throw new UsageException("flag --" + e.name() + " " + e.getMessage() + ", but is " + Quote.of(value)
                    + Spelling.question(Spelling.nearest(value, e.words())));
        }
    }
}
