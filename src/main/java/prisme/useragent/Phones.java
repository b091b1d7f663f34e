package prisme.useragent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds phones whose brand and model may be anywhere in the text, as those before Android wrote them.
final class Phones {
    private static final String DIGITS_ALONE = "0-9";

    private final Entry[] entries;
    /* The numbers of the phrases that a model may follow. */
    private final BitSet signs = new BitSet();

    /* What to look for. The model begins `kept` characters after its beginning, which may be its end. */
    private record Entry(String brand, String before, boolean anyCase, int kept, int phrase, String inner) {
        String named(String model) {
            return brand.endsWith("+") ? brand.replace("+", model) : brand + " " + model;
        }
    }

    /// @throws IllegalArgumentException for a line that does not have three parts
    Phones(List<String> lines, Phrases.Collector phrases) {
        List<Entry> read = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" : ", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("expected 'brand : before : characters' but found '" + line + "'");
            }
            int phrase = phrases.numberOf(parts[1].replace("|", ""));
            signs.set(phrase);
            boolean anyCase = parts[1].startsWith("~");
            String before = parts[1].replace("~", "").replace("<", "").replace("^", "");
            int bar = before.indexOf('|');
            read.add(new Entry(parts[0], before.replace("|", ""), anyCase, bar < 0 ? before.length() : bar, phrase,
                parts[2]));
        }
        entries = read.toArray(Entry[]::new);
    }

    /// Brand and model of the phone; empty when there is none.
    String phoneIn(String text, FoundPhrases found) {
        return found.hasAny(signs) ? firstIn(text, found) : "";
    }

    private String firstIn(String text, FoundPhrases found) {
        for (Entry entry : entries) {
            if (found.has(entry.phrase())) {
                String model = modelIn(text, entry);
                if (!model.isEmpty()) {
                    return entry.named(model);
                }
            }
        }
        return "";
    }

    private static String modelIn(String text, Entry entry) {
        String before = entry.before();
        for (int at = 0; at + before.length() < text.length(); at++) {
            if (text.regionMatches(entry.anyCase(), at, before, 0, before.length())) {
                String model = modelAt(text, at + entry.kept(), at + before.length(), entry);
                if (!model.isEmpty()) {
                    return text.startsWith("; ", at - 2) && entry.inner().indexOf(' ') >= 0 ? model.replace('_', ' ')
                        : model;
                }
            }
        }
        return "";
    }

    private static String modelAt(String text, int from, int known, Entry entry) {
        int end = known;
        while (end < text.length() && belongs(text.charAt(end), entry.inner())) {
            end++;
        }
        String model = text.substring(from, end).strip();
        for (String other : List.of(" Mozilla", " Opera", " Android_SDK")) {
            model = model.endsWith(other) ? model.substring(0, model.length() - other.length()) : model;
        }
        return end == known ? "" : model;
    }

    private static boolean belongs(char c, String inner) {
        return inner.equals(DIGITS_ALONE) ? Phrase.isDigit(c) : Phrase.isWord(c) || inner.indexOf(c) >= 0;
    }
}
