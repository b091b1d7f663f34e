package prisme.useragent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Names devices by their model, from the table of `models.txt`.
///
/// A line is one of these, patterns apart by commas, the first pattern that fits gives the name:
/// ```
/// Samsung : SM-*           the brand and the model: "Samsung SM-G960F"
/// HTC :: HTC%|*            the same, with blanks for underscores and without a version at the end
/// Kindle = KF@@*           this name and nothing else
/// : ~coolpad%|*            the model alone, without what stands before the bar
/// Huawei Honor / honor     the brand of whose builds begin so, in any case of letters; this goes before patterns
/// ```
final class Models {
    private static final String MARKS = ":=/";
    private static final int CHARACTERS = 128;

    private final Entry[][] byFirst = new Entry[CHARACTERS][0];
    private final List<Builder> builders = new ArrayList<>();

    private enum Style { AS_WRITTEN, PLAIN, FIXED }

    private record Builder(String brand, String build) {}

    private record Entry(ModelPattern pattern, String brand, Style style) {}

    /// @throws IllegalArgumentException for a line that is none of the four
    Models(List<String> lines) {
        lines.forEach(this::read);
    }

    private void read(String line) {
        int mark = markIn(line);
        if (mark < 0) {
            throw new IllegalArgumentException("expected 'brand : patterns' but found '" + line + "'");
        }
        String brand = line.substring(0, mark).strip();
        String rest = line.substring(mark + 1).strip();
        switch (line.charAt(mark)) {
            case '/' -> builders.add(new Builder(brand, rest));
            case '=' -> add(brand, Style.FIXED, rest);
            default -> add(brand, rest.startsWith(":") ? Style.PLAIN : Style.AS_WRITTEN,
                rest.startsWith(":") ? rest.substring(1) : rest);
        }
    }

    /* The first colon, equals sign or slash at the start of the line or behind a blank. */
    private static int markIn(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (MARKS.indexOf(line.charAt(at)) >= 0 && (at == 0 || line.charAt(at - 1) == ' ')) {
                return at;
            }
        }
        return -1;
    }

    private void add(String brand, Style style, String patterns) {
        for (String spelled : patterns.split(",")) {
            ModelPattern pattern = new ModelPattern(spelled.strip());
            file(pattern.first(), new Entry(pattern, brand, style));
        }
    }

    private void file(char first, Entry entry) {
        if (first == ModelPattern.ANY_LETTER) {
            "abcdefghijklmnopqrstuvwxyz".chars().forEach(letter -> file((char) letter, entry));
        } else {
            Entry[] before = byFirst[first];
            byFirst[first] = Arrays.copyOf(before, before.length + 1);
            byFirst[first][before.length] = entry;
        }
    }

    /// The name of the device, if anything is known about models spelled like this one.
    Optional<String> name(ModelPlace place) {
        String model = place.model();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        for (Builder builder : builders) {
            if (place.build().regionMatches(true, 0, builder.build(), 0, builder.build().length())) {
                return Optional.of((builder.brand() + " " + model).strip());
            }
        }
        char first = ModelPattern.fold(model.charAt(0));
        for (Entry entry : byFirst[first < CHARACTERS ? first : 0]) {
            int from = entry.pattern().nameIn(place);
            if (from >= 0) {
                return Optional.of(named(entry, model.substring(from)));
            }
        }
        return Optional.empty();
    }

    private static String named(Entry entry, String model) {
        String rest = switch (entry.style()) {
            case FIXED -> "";
            case AS_WRITTEN -> beforeSlash(model);
            case PLAIN -> withoutVersion(beforeSlash(model).replace('_', ' '));
        };
        return (entry.brand() + " " + rest).strip();
    }

    private static String beforeSlash(String model) {
        int slash = model.indexOf('/');
        return slash > 0 ? model.substring(0, slash).strip() : model;
    }

    private static String withoutVersion(String model) {
        int blank = model.lastIndexOf(' ');
        int digit = blank + (model.startsWith("V", blank + 1) ? 2 : 1);
        boolean versioned = blank > 0 && digit < model.length() && Phrase.isDigit(model.charAt(digit))
            && model.indexOf('.', digit) >= 0;
        return versioned ? model.substring(0, blank) : model;
    }
}
