package prisme.json;

/// Says that a text is not the JSON that it should be. The message is one printable line for the sender of the text.
///
/// It has no stack trace: the fault lies in the text, and refusing hostile texts should be cheap.
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message, null, false, false);
    }
}
