package prisme.settings;

/// The settings are invalid. The message is a sentence for the owner: where, which option, which value, what is
/// allowed.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String sentence) {
        super(sentence);
    }
}
