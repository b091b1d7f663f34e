package prisme.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters of a request's query, decoded as forms are: `+` is a space, a lone `%` stands for itself
/// ([URL standard](https://url.spec.whatwg.org/#concept-urlencoded-parser)), and what is not UTF-8 stays as it is.
///
/// @param parameters in the order in which they were sent; several may have the same name
public record Query(List<Parameter> parameters) {
    private static final Query NONE = new Query(List.of());

    /// One `name=value`; without a `=` the value is empty.
    public record Parameter(String name, String value) {}

    public Query {
        parameters = List.copyOf(parameters);
    }

    /// No parameters at all.
    public static Query none() {
        return NONE;
    }

    /// Reads what is behind the `?` of a request. Every text is accepted.
    public static Query parse(String raw) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start < raw.length()) {
            int next = raw.indexOf('&', start);
            int end = next < 0 ? raw.length() : next;
            if (end > start) {
                parameters.add(parameter(raw.substring(start, end)));
            }
            start = end + 1;
        }
        return new Query(parameters);
    }

    /// The value of the first parameter with this name, as `URLSearchParams.get` has it in browsers.
    public Optional<String> first(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                return Optional.of(parameter.value);
            }
        }
        return Optional.empty();
    }

    private static Parameter parameter(String raw) {
        int equals = raw.indexOf('=');
        return equals < 0
                ? new Parameter(PercentCode.decodeForm(raw), "")
                : new Parameter(PercentCode.decodeForm(raw.substring(0, equals)),
                        PercentCode.decodeForm(raw.substring(equals + 1)));
    }
}
