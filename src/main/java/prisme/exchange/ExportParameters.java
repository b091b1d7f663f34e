package prisme.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import prisme.store.TimeSpan;

/// Reads what is to be exported from named texts, which are flags or the parameters of a request.
public final class ExportParameters {
    /// What a line stands for: `events`, the default, or `sessions`.
    public static final String TABLE = "table";

    /// How a line is written: `ndjson`, the default, or `csv`.
    public static final String FORMAT = "format";

    /// The first instant or day wanted.
    public static final String FROM = "from";

    /// The first instant or day not wanted any more.
    public static final String TO = "to";

    /// Hosts, separated by commas.
    public static final String DOMAIN = "domain";

    /// All of these names.
    public static final Set<String> NAMES = Set.of(TABLE, FORMAT, FROM, TO, DOMAIN);

    private ExportParameters() {}

    /// The export that was asked for.
    ///
    /// @param values the text that was given for a name, if any
    /// @throws InvalidParameter when a value is not one of those there are
    public static Export read(Function<String, Optional<String>> values) throws InvalidParameter {
        return new Export(
                choice(TABLE, Export.Table.values(), values.apply(TABLE)),
                choice(FORMAT, Export.Format.values(), values.apply(FORMAT)),
                new ExportFilter(span(values.apply(FROM), values.apply(TO)), domains(values.apply(DOMAIN))));
    }

    /// The one of `choices` that is named, or the first where none is.
    private static <E extends Enum<E>> E choice(String name, E[] choices, Optional<String> value)
            throws InvalidParameter {
        List<String> words = Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList();
        int place = words.indexOf(value.orElse(words.getFirst()));
        if (place < 0) {
            throw new InvalidParameter(name, "must be " + String.join(" or ", words), words);
        }
        return choices[place];
    }

    private static TimeSpan span(Optional<String> first, Optional<String> last) throws InvalidParameter {
        Instant from = instant(FROM, TimeSpan.ALWAYS.from(), first);
        Instant to = instant(TO, TimeSpan.ALWAYS.to(), last);
        if (to.isBefore(from)) {
            throw new InvalidParameter(TO, "must not be before " + FROM, List.of());
        }
        return new TimeSpan(from, to);
    }

    private static Instant instant(String name, Instant byDefault, Optional<String> value) throws InvalidParameter {
        try {
            return value.isPresent() ? Timestamp.parse(value.get()) : byDefault;
        } catch (DateTimeException _) {
            throw new InvalidParameter(name, "must be a date as 2026-01-31 or an instant as 2026-01-31T12:00:00Z",
                    List.of());
        }
    }

    /* Of a domain that no event can have, an export would be empty and look right. */
    private static Set<String> domains(Optional<String> list) throws InvalidParameter {
        Set<String> domains = list.stream().flatMap(each -> Arrays.stream(each.split(",")))
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT)).filter(domain -> !domain.isEmpty())
                .collect(Collectors.toSet());
        if (domains.stream().anyMatch(domain -> domain.contains("/") || domain.contains("*"))) {
            throw new InvalidParameter(DOMAIN, "must be hosts as example.com or localhost:8080, separated by commas,"
                    + " without scheme, path and *", List.of());
        }
        return domains;
    }
}
