package prisme.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The headers of one request.
/* The JDK's map copies and normalises the name at every look-up. A request has about a dozen headers, so comparing
 * their names one after the other is faster, as most differ in length, and allocates nothing. */
final class RequestHeaders {
    private static final RequestHeaders NONE = new RequestHeaders(new String[0], List.of());

    private final String[] names;
    private final List<List<String>> values;

    private RequestHeaders(String[] names, List<List<String>> values) {
        this.names = names;
        this.values = values;
    }

    static RequestHeaders none() {
        return NONE;
    }

    /// The headers that the JDK's server has read.
    static RequestHeaders of(Map<String, List<String>> read) {
        String[] names = new String[read.size()];
        List<List<String>> values = new ArrayList<>(names.length);
        for (Map.Entry<String, List<String>> header : read.entrySet()) {
            names[values.size()] = header.getKey();
            values.add(header.getValue());
        }
        return new RequestHeaders(names, values);
    }

    /// These headers and one more.
    RequestHeaders and(String name, String value) {
        List<String> longerNames = new ArrayList<>(List.of(names));
        List<List<String>> longerValues = new ArrayList<>(values);
        int at = indexOf(name);
        if (at < 0) {
            longerNames.add(name);
            longerValues.add(List.of(value));
        } else {
            longerValues.set(at, concat(values.get(at), value));
        }
        return new RequestHeaders(longerNames.toArray(String[]::new), longerValues);
    }

    boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /// The value of the first header with this name, in upper or lower case.
    Optional<String> first(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(Latin1.reread(values.get(at).getFirst()));
    }

    /// The values of all headers with this name, in the order in which they were sent.
    List<String> all(String name) {
        int at = indexOf(name);
        if (at < 0) {
            return List.of();
        }
        List<String> lines = values.get(at);
        return lines.size() == 1 ? List.of(Latin1.reread(lines.getFirst()))
                : lines.stream().map(Latin1::reread).toList();
    }

    /// Whether any value contains this character.
    boolean contain(char c) {
        for (List<String> lines : values) {
            for (String line : lines) {
                if (line.indexOf(c) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int indexOf(String name) {
        for (int at = 0; at < names.length; at++) {
            if (names[at].equalsIgnoreCase(name)) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> concat(Collection<String> lines, String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }
}
