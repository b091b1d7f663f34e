package prisme.exchange;

import java.util.List;

/// What was asked for cannot be had. The message is a rule that fits behind a name, such as "must be events or
/// sessions".
public final class InvalidParameter extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<String> words;

    InvalidParameter(String name, String rule, List<String> words) {
        super(rule, null, false, false);
        this.name = name;
        this.words = List.copyOf(words);
    }

    /// Which one is wrong.
    public String name() {
        return name;
    }

    /// The words that are right, where there are only so many.
    public List<String> words() {
        return words;
    }
}
