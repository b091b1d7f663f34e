package prisme.collect;

import java.util.List;
import java.util.Locale;
import prisme.http.Response;

/// What became of a report, in one word for who counts them.
public enum Outcome {
    /// It is an event in the store.
    STORED,
    /// A page of a visit under way was shown again: nothing to store, and nothing wrong.
    REPEATED,
    /// Its site is not registered, or it does not say which one it comes from.
    ORIGIN,
    /// A machine sent it.
    BOT,
    /// Its address has sent too many.
    LIMIT,
    /// Nobody has viewed the page that it happened on.
    NO_SESSION,
    /// Something else is wrong with it.
    BAD_REQUEST,
    /// The server could not store it.
    UNAVAILABLE;

    /// HTTP Version Not Supported: no fault of the server, whatever its first digit says.
    private static final int UNKNOWN_VERSION = 505;
    private static final List<Outcome> ALL = List.of(values());

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The word: `no_session`.
    public String word() {
        return word;
    }

    /// The same answer, with this outcome as its note.
    Response of(Response response) {
        return response.noting(word());
    }

    /// What an answer of the events API says of its report.
    static Outcome told(Response response) {
        for (Outcome outcome : ALL) {
            if (outcome.word.equals(response.note())) {
                return outcome;
            }
        }
        if (response.isError()) {
            return response.status() < 500 || response.status() == UNKNOWN_VERSION ? BAD_REQUEST : UNAVAILABLE;
        }
        return STORED;
    }
}
