package prisme.useragent;

import java.util.ArrayList;
import java.util.List;

/// Phones that say their brand and model somewhere in the text, as those before Android did.
final class Phones {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String brand, String before, boolean wordStarts, int phrase, String inner) {}

    /// @throws IllegalArgumentException for a line that has not three parts
    Phones(List<String> lines, Phrases.Collector phrases) {
        for (String line : lines) {
            String[] parts = line.split(" : ", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("expected 'brand : before : characters' but found '" + line + "'");
            }
            boolean word = parts[1].startsWith("<");
            entries.add(new Entry(parts[0], word ? parts[1].substring(1) : parts[1], word,
                phrases.numberOf("~" + parts[1]), parts[2]));
        }
    }

    /// Brand and model of the phone, or an empty text.
    String phoneIn(String text, Phrases.Found found) {
        for (Entry entry : entries) {
            if (found.has(entry.phrase())) {
                String model = modelBehind(text, entry);
                if (!model.isEmpty()) {
                    return entry.brand() + " " + model;
                }
            }
        }
        return "";
    }

    private static String modelBehind(String text, Entry entry) {
        String before = entry.before();
        for (int at = 0; at + before.length() < text.length(); at++) {
            if (text.regionMatches(true, at, before, 0, before.length())) {
                int from = at + before.length();
                int end = from;
                while (end < text.length() && (Phrase.isWord(text.charAt(end)) || entry.inner().indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                if (end > from) {
                    return text.substring(from, end).strip();
                }
            }
        }
        return "";
    }
}
