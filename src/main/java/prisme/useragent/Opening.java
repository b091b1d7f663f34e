package prisme.useragent;

import java.util.List;

/// How most texts begin, and what is known once that is read: it is the same for all of them.
///
/// @param text    the beginning
/// @param state   the state of [Phrases] before the last character of it
/// @param phrases the numbers of the phrases that end before that character, which may decide whether they stand
record Opening(String text, int state, int[] phrases) {
    /// The beginnings worth knowing, most of them frozen by their browsers for good. A longer one comes before one it
    /// begins with.
    static final List<String> COMMON = List.of(
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/",
        "Mozilla/5.0 (Linux; Android ",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/",
        "Mozilla/5.0 (Windows NT ",
        "Mozilla/5.0 (iPhone; CPU iPhone OS ",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X ",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/",
        "Mozilla/5.0 (Linux; U; Android ",
        "Mozilla/5.0 (");

    /// How many characters need not be read again.
    int known() {
        return Math.max(0, text.length() - 1);
    }
}
