package prisme;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import prisme.exchange.Export;
import prisme.exchange.Selection;
import prisme.exchange.Timestamp;
import prisme.store.TimeSpan;

/// `export`: prints what is stored, also while the server runs.
record ExportCommand() implements Command {
    private static final String TABLE = "table";
    private static final String FORMAT = "format";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String DOMAIN = "domain";

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
                Flag.valued(TABLE, "events", "What a line stands for: events or sessions."),
                Flag.valued(FORMAT, "ndjson", "How a line is written: ndjson, one JSON object a line, or csv."),
                Flag.valued(FROM, "2026-01-31", "The first instant (2026-01-31T12:00:00Z) or day (UTC) to print; of sessions, "
                        + "the start counts."),
                Flag.valued(TO, "2026-02-28", "The instant or day at which to stop; it is not printed any more."),
                Flag.valued(DOMAIN, "example.com", "Prints these domains alone, a list with commas."));
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        Export export = new Export(
                choice(TABLE, Export.Table.values(), arguments),
                choice(FORMAT, Export.Format.values(), arguments),
                new Selection(span(arguments), domains(arguments)));
        Settings settings = SettingsReader.read(arguments, shell);
        export.run(settings.storage().directory(), shell.out(), damage -> shell.complain("left out: " + damage));
        return Exit.OK;
    }

    /// The one of `choices` that a flag names, or the first.
    private static <E extends Enum<E>> E choice(String flag, E[] choices, Arguments arguments) {
        String word = arguments.value(flag).orElse(word(choices[0]));
        return Arrays.stream(choices).filter(choice -> word(choice).equals(word)).findAny().orElseThrow(() -> {
            List<String> words = Arrays.stream(choices).map(ExportCommand::word).toList();
            return new UsageException("flag --" + flag + " must be " + String.join(" or ", words) + ", but is "
                    + Quote.of(word) + Spelling.question(Spelling.nearest(word, words)));
        });
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static TimeSpan span(Arguments arguments) {
        Instant from = instant(FROM, TimeSpan.ALWAYS.from(), arguments);
        Instant to = instant(TO, TimeSpan.ALWAYS.to(), arguments);
        if (to.isBefore(from)) {
            throw new UsageException("flag --" + TO + " must not be before --" + FROM);
        }
        return new TimeSpan(from, to);
    }

    private static Instant instant(String flag, Instant byDefault, Arguments arguments) {
        String text = arguments.value(flag).orElse("");
        try {
            return arguments.value(flag).isPresent() ? Timestamp.parse(text) : byDefault;
        } catch (DateTimeException _) {
            throw new UsageException("flag --" + flag + " must be a date as 2026-01-31 or an instant as "
                    + "2026-01-31T12:00:00Z, but is " + Quote.of(text));
        }
    }

    private static Set<String> domains(Arguments arguments) {
        return arguments.value(DOMAIN).stream().flatMap(list -> Arrays.stream(list.split(",")))
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT)).filter(domain -> !domain.isEmpty())
                .collect(Collectors.toSet());
    }
}
