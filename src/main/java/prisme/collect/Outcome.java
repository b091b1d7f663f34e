package prisme.collect;

import java.util.List;
import java.util.Locale;
import prisme.http.Response;

/// What became of a report. Reports are counted by the word of their outcome.
public enum Outcome {
    /// The event is stored.
    STORED,
    /// A page of a visit under way was shown again, so there is nothing to store, and nothing is wrong.
    REPEATED,
    /// Its site is not registered, or the report does not say which site it comes from.
    ORIGIN,
    /// It was sent by a bot.
    BOT,
    /// Its address has sent too many reports.
    LIMIT,
    /// This visitor has not viewed the page that it happened on.
    NO_SESSION,
    /// Something else is wrong with it.
    BAD_REQUEST,
    /// The server could not store it.
    UNAVAILABLE;

    /// HTTP Version Not Supported: not a fault of the server, although its first digit says so.
    private static final int UNKNOWN_VERSION = 505;
    private static final List<Outcome> ALL = List.of(values());

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The word, such as `no_session`.
    public String word() {
        return word;
    }

    /// The same answer, with this outcome as its note.
    Response of(Response response) {
        return response.noting(word());
    }

    /// The outcome of a report, read from the answer of the events API.
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
