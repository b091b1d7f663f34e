package prisme.http;

import prisme.json.JsonWriter;

/// What went wrong, in the form of [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457). The type is always
/// `about:blank`: the status says what it is, and the detail how to correct the request.
///
/// @param status the status code of the answer
/// @param title  the status in words
/// @param detail a sentence from which the reader can see how to correct the request
public record Problem(int status, String title, String detail) {
    /// The media type of a problem in JSON.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// The problem with the title that this status has.
    static Problem of(int status, String detail) {
        return new Problem(status, StatusText.of(status), detail);
    }

    /// The problem as a JSON object in UTF-8.
    byte[] toJson() {
        return new JsonWriter()
                .beginObject()
                .member("type", "about:blank")
                .member("title", title)
                .member("status", status)
                .member("detail", detail)
                .endObject()
                .toByteArray();
    }
}
