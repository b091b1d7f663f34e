package prisme.wording;

/// Breaks a text into lines.
public final class Paragraph {
    private Paragraph() {}

    /// The words of `text` in lines of at most `width` characters, unless a single word is longer.
    ///
    /// @param lineBreak the text between two lines
    public static String wrapped(String text, int width, String lineBreak) {
        StringBuilder paragraph = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            if (used > 0 && used + 1 + word.length() > width) {
                paragraph.append(lineBreak);
                used = 0;
            } else if (used > 0) {
                paragraph.append(' ');
                used++;
            }
            paragraph.append(word);
            used += word.length();
        }
        return paragraph.toString();
    }
}
