package prisme.exchange;

import java.util.List;

/// A parameter has a value that is not allowed. The message is a rule that fits behind its name, such as "must be
/// events or sessions".
public final class InvalidParameter extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<String> words;

    InvalidParameter(String name, String rule, List<String> words) {
        super(rule, null, false, false);
        this.name = name;
        this.words = List.copyOf(words);
    }

    /// The name of the parameter.
    public String name() {
        return name;
    }

    /// All values that are allowed; empty where there are too many to list.
    public List<String> words() {
        return words;
    }
}
