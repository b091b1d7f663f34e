package prisme.useragent;

import java.util.ArrayList;
import java.util.List;

/// Names devices by their model, from the table of `models.txt`.
///
/// Each line has one of these forms, with patterns separated by commas. The first pattern that matches gives the name:
/// ```
/// Samsung : SM-*           the brand and the model: "Samsung SM-G960F"
/// HTC :: HTC%|*            the same, with blanks for underscores and without a version at the end
/// Kindle = KF@@*           this name and nothing else
/// : ~coolpad%|*            the model alone, without what stands before the bar
/// Huawei Honor / honor     the brand of whose builds begin so, in any case of letters; this goes before patterns
/// ```
final class Models {
    /// The answer when no line matches.
    static final String UNKNOWN = "";

    private static final String MARKS = ":=/";
    private static final int CHARACTERS = 128;
    /* Stands for all characters beyond ASCII, as no pattern has it. */
    private static final int OTHER = 1;

    /* By the first two characters of a model: of a thousand patterns, only a handful begin like a given model. */
    private final Entry[][] byBeginning = new Entry[CHARACTERS * CHARACTERS][];
    private final Builder[] builders;

    private enum Style { AS_WRITTEN, PLAIN, FIXED }

    private record Builder(String brand, String build) {}

    private record Entry(ModelPattern pattern, String brand, Style style) {}

    /// @throws IllegalArgumentException for a line that has none of these forms
    Models(List<String> lines) {
        List<Builder> signed = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        lines.forEach(line -> read(line, signed, entries));
        builders = signed.toArray(Builder[]::new);
        file(entries);
    }

    private static void read(String line, List<Builder> builders, List<Entry> entries) {
        int mark = markIn(line);
        if (mark < 0) {
            throw new IllegalArgumentException("expected 'brand : patterns' but found '" + line + "'");
        }
        String brand = line.substring(0, mark).strip();
        String rest = line.substring(mark + 1).strip();
        switch (line.charAt(mark)) {
            case '/' -> builders.add(new Builder(brand, rest));
            case '=' -> add(brand, Style.FIXED, rest, entries);
            default -> add(brand, rest.startsWith(":") ? Style.PLAIN : Style.AS_WRITTEN,
                rest.startsWith(":") ? rest.substring(1) : rest, entries);
        }
    }

    /* The first colon, equals sign or slash at the start of the line or after a blank. */
    private static int markIn(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (MARKS.indexOf(line.charAt(at)) >= 0 && (at == 0 || line.charAt(at - 1) == ' ')) {
                return at;
            }
        }
        return -1;
    }

    private static void add(String brand, Style style, String patterns, List<Entry> entries) {
        for (String spelled : patterns.split(",")) {
            entries.add(new Entry(new ModelPattern(spelled.strip()), brand, style));
        }
    }

    private void file(List<Entry> entries) {
        for (char first = 0; first < CHARACTERS; first++) {
            List<Entry> begun = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.pattern().mayBeginWith(first)) {
                    begun.add(entry);
                }
            }
            List<Entry[]> lists = new ArrayList<>();
            for (char second = 0; second < CHARACTERS; second++) {
                byBeginning[first * CHARACTERS + second] = goingOn(begun, second, lists);
            }
        }
    }

    /* Reuses one of the lists if it has the same entries. */
    private static Entry[] goingOn(List<Entry> begun, char second, List<Entry[]> lists) {
        List<Entry> candidates = new ArrayList<>();
        for (Entry entry : begun) {
            if (entry.pattern().mayGoOnWith(second)) {
                candidates.add(entry);
            }
        }
        for (Entry[] list : lists) {
            if (isSame(list, candidates)) {
                return list;
            }
        }
        lists.add(candidates.toArray(Entry[]::new));
        return lists.getLast();
    }

    private static boolean isSame(Entry[] list, List<Entry> candidates) {
        int same = 0;
        while (same < list.length && same < candidates.size() && list[same] == candidates.get(same)) {
            same++;
        }
        return same == list.length && same == candidates.size();
    }

    /// The name of the device, or [#UNKNOWN].
    String name(ModelPlace place) {
        if (place.isEmpty()) {
            return UNKNOWN;
        }
        for (Builder builder : builders) {
            if (place.buildStartsWith(builder.build())) {
                return (builder.brand() + " " + place.model()).strip();
            }
        }
        for (Entry entry : byBeginning[beginning(place)]) {
            ModelPattern pattern = entry.pattern();
            int from = pattern.suits(place) ? pattern.nameIn(place.text(), place.from(), place.to()) : -1;
            if (from >= 0) {
                return named(entry, place.text(), from, place.to());
            }
        }
        return UNKNOWN;
    }

    private static int beginning(ModelPlace place) {
        char first = place.text().charAt(place.from());
        char second = place.to() - place.from() > 1 ? place.text().charAt(place.from() + 1) : 0;
        return (first < CHARACTERS ? first : OTHER) * CHARACTERS + (second < CHARACTERS ? second : OTHER);
    }

    private static String named(Entry entry, String text, int from, int to) {
        String rest = switch (entry.style()) {
            case FIXED -> "";
            case AS_WRITTEN -> beforeSlash(text, from, to);
            case PLAIN -> withoutVersion(beforeSlash(text, from, to).replace('_', ' '));
        };
        return (entry.brand() + " " + rest).strip();
    }

    private static String beforeSlash(String text, int from, int to) {
        int slash = text.indexOf('/', from, to);
        return slash > from ? text.substring(from, slash).strip() : text.substring(from, to);
    }

    private static String withoutVersion(String model) {
        int blank = model.lastIndexOf(' ');
        int digit = blank + (model.startsWith("V", blank + 1) ? 2 : 1);
        boolean versioned = blank > 0 && digit < model.length() && Phrase.isDigit(model.charAt(digit))
            && model.indexOf('.', digit) >= 0;
        return versioned ? model.substring(0, blank) : model;
    }
}
