package prisme.useragent;

/// Where in a text about Android the model of the device stands, and what surrounds it.
///
/// `(Linux; U; Android 4.0.3; de-ch; HTC Sensation Build/IML74K)` has it behind the version and perhaps a language.
///
/// @param model    the model as it is written; empty when the device does not say
/// @param build    what stands behind `Build/`; empty when nothing does
/// @param wholly   from the model to the closing parenthesis
/// @param language whether a language stands before it
/// @param last     whether the model is the last thing said before the build or the parenthesis
record ModelPlace(String model, String build, String wholly, boolean language, boolean last) {
    /// A text that does not speak of Android.
    static final ModelPlace NOWHERE = new ModelPlace("", "", "", false, true);

    private static final String BUILD = "Build";
    private static final int LONGEST = 200;

    /// A model that stands alone, as in a client hint.
    static ModelPlace alone(String model) {
        return new ModelPlace(model, "", model, false, true);
    }

    /// Finds the model behind `from`, the place of the word `Android`.
    static ModelPlace behind(String text, int from) {
        int end = endOfDescription(text, from);
        int semicolon = text.indexOf(';', from);
        boolean language = false;
        while (semicolon >= 0 && semicolon < end) {
            int next = text.indexOf(';', semicolon + 1);
            int stop = next < 0 || next > end ? end : next;
            String part = text.substring(semicolon + 1, Math.min(stop, semicolon + 1 + LONGEST)).strip();
            if (isLanguage(part)) {
                language = true;
            } else if (!part.isEmpty() && !part.equals("U") && !part.equals("-")) {
                return at(part, text.substring(semicolon + 1, Math.min(end, semicolon + 1 + LONGEST)), language,
                    stop == end);
            }
            semicolon = stop < end ? stop : -1;
        }
        return new ModelPlace("", "", "", language, true);
    }

    private static ModelPlace at(String part, String wholly, boolean language, boolean last) {
        int build = part.startsWith(BUILD) ? 0 : part.indexOf(" " + BUILD);
        if (build < 0) {
            int later = last ? -1 : wholly.indexOf(BUILD + "/", part.length());
            return later < 0 ? new ModelPlace(part, "", wholly.strip(), language, last)
                : new ModelPlace(part, wholly.substring(later + BUILD.length() + 1), wholly.strip(), language, true);
        }
        int number = build + BUILD.length() + (build == 0 ? 1 : 2);
        return new ModelPlace(part.substring(0, build).strip(), part.substring(Math.min(number, part.length())),
            wholly.strip(), language, true);
    }

    /* The closing parenthesis; those of a model such as "Moto G (5)" come in pairs. */
    private static int endOfDescription(String text, int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isLanguage(String text) {
        String part = text.startsWith("-") ? "xx" + text : text;
        int length = part.length();
        boolean word = length >= 2 && Phrase.isLetter(part.charAt(0)) && Phrase.isLetter(part.charAt(1));
        if (!word || length > 10) {
            return false;
        }
        if (length == 2) {
            return Phrase.isLetter(part.charAt(1)) && (part.charAt(1) & ' ') != 0;
        }
        return (part.charAt(2) == '-' || part.charAt(2) == '_') && (length <= 5 || part.startsWith("-", 7))
            && part.chars().skip(3).allMatch(c -> Phrase.isLetter((char) c) || c == '-');
    }
}
