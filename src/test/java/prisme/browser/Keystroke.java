package prisme.browser;

import java.util.Locale;
import prisme.json.JsonWriter;

/// A key as the protocol wants it described: its name, the code of Windows that browsers go by, and the text it writes.
record Keystroke(String key, int code, String text) {
    static Keystroke of(String key) {
        return switch (key) {
            case "Enter" -> new Keystroke(key, 13, "\r");
            case "Tab" -> new Keystroke(key, 9, "");
            case "Escape" -> new Keystroke(key, 27, "");
            case "Backspace" -> new Keystroke(key, 8, "");
            case "End" -> new Keystroke(key, 35, "");
            case "Home" -> new Keystroke(key, 36, "");
            case "ArrowLeft" -> new Keystroke(key, 37, "");
            case "ArrowUp" -> new Keystroke(key, 38, "");
            case "ArrowRight" -> new Keystroke(key, 39, "");
            case "ArrowDown" -> new Keystroke(key, 40, "");
            case String letter when letter.length() == 1 ->
                    new Keystroke(letter, letter.toUpperCase(Locale.ROOT).charAt(0), letter);
            default -> throw new IllegalArgumentException("unknown key " + key);
        };
    }

    void down(JsonWriter json) {
        describe(json.member("type", text.isEmpty() ? "rawKeyDown" : "keyDown"));
        if (!text.isEmpty()) {
            json.member("text", text);
        }
    }

    void up(JsonWriter json) {
        describe(json.member("type", "keyUp"));
    }

    private void describe(JsonWriter json) {
        json.member("key", key).member("windowsVirtualKeyCode", code);
    }
}
