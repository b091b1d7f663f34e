package prisme.json;

/// A text that is not the JSON it should be. The message is one printable line for the sender of the text.
///
/// It carries no stack trace: the fault lies in the text, and hostile texts should stay cheap to refuse.
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message, null, false, false);
    }
}
