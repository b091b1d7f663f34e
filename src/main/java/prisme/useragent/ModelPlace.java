package prisme.useragent;

import java.util.Optional;

/// Where in a text the model of the device stands.
final class ModelPlace {
    private ModelPlace() {}

    static Optional<String> androidModel(String text) {
        int at = text.indexOf("Android ");
        int from = at < 0 ? -1 : text.indexOf(';', at);
        if (from < 0) {
            return Optional.empty();
        }
        int build = text.indexOf(" Build", from);
        int end = build < 0 ? text.indexOf(')', from) : build;
        return end < 0 ? Optional.empty() : Optional.of(text.substring(from + 1, end).strip()).filter(m -> !m.isEmpty());
    }
}
