package prisme.exchange;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import prisme.http.Query;
import prisme.http.Response;

/// Refuses parameters that nobody reads, so that a misspelled one is not ignored.
final class UnknownParameters {
    private UnknownParameters() {}

    /// The refusal of a query that has other parameters than these; empty where it has none.
    static Optional<Response> refusal(Query query, Collection<String> known) {
        Set<String> names = query.parameters().stream().map(Query.Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(known);
        return names.stream().findFirst().map(other -> Response.problem(400, "There is no parameter '" + other
                + "'; known: " + String.join(", ", new TreeSet<>(known)) + "."));
    }
}
