package prisme.http;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Describes an exception and its causes in one line of the log. Their messages may quote a request, so they are cut
/// off and escaped: no character can end the line or steer a terminal.
final class OneLine {
    private static final int MAX_MESSAGE = 200;
    private static final int MAX_FRAMES = 12;
    private static final int MAX_CAUSES = 5;

    private OneLine() {}

    /// The classes, messages and innermost frames of an exception and its causes.
    static String of(Throwable thrown) {
        ArrayDeque<String> parts = new ArrayDeque<>();
        Throwable cause = thrown;
        while (cause != null && parts.size() < MAX_CAUSES) {
            parts.add(describe(cause));
            cause = cause.getCause();
        }
        return String.join(", caused by ", parts);
    }

    private static String describe(Throwable thrown) {
        String frames = Arrays.stream(thrown.getStackTrace())
                .limit(MAX_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return thrown.getClass().getName() + ": " + printable(String.valueOf(thrown.getMessage())) + " at " + frames;
    }

    /// The text with everything but printable ASCII escaped as in Java.
    private static String printable(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MAX_MESSAGE); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                line.append(c);
            } else {
                line.append("\\u").append(String.format("%04x", (int) c));
            }
        }
        return text.length() > MAX_MESSAGE ? line + "..." : line.toString();
    }
}
