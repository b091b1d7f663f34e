package prisme.browser;

import java.util.Locale;

/// A button of the mouse.
public enum Mouse {
    LEFT, MIDDLE, RIGHT;

    /// As the protocol calls it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
