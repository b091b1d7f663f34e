package prisme.useragent;

import java.util.List;

/// A beginning that many texts have in common, and what has been found once it is read.
///
/// @param text    the beginning
/// @param state   the state of the automaton of [Phrases] before its last character
/// @param phrases the numbers of the phrases that end before that character; it is read again, as it may decide whether
///                they match
record Opening(String text, int state, int[] phrases) {
    /// The most common beginnings, most of which browsers have frozen for good. If one begins with another, the longer
    /// one comes first.
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

    /// How many characters of the text need not be read.
    int known() {
        return Math.max(0, text.length() - 1);
    }
}
