package prisme.useragent;

/// The place of the device's model in the text of an Android browser, and what surrounds it.
///
/// `(Linux; U; Android 4.0.3; de-ch; HTC Sensation Build/IML74K)` has it after the version and, sometimes, a language.
/// These are indices into the text rather than copies, as most models are only compared.
///
/// @param text     the whole text
/// @param from     where the model begins
/// @param to       where it ends; equal to `from` when there is no model
/// @param build    where the build begins, after `Build/`
/// @param buildEnd where the build ends; equal to `build` when there is none
/// @param closing  where the parenthesis closes that the model is in
/// @param language whether there is a language before the model
/// @param last     whether nothing but a build is between the model and the closing parenthesis
record ModelPlace(String text, int from, int to, int build, int buildEnd, int closing, boolean language,
                  boolean last) {
    private static final String BUILD = "Build";
    private static final String BEHIND_MODEL = " " + BUILD;
    private static final int LONGEST = 200;

    /// A model that is given alone, as in a client hint.
    static ModelPlace alone(String model) {
        int end = model.length();
        return new ModelPlace(model, 0, end, end, end, end, false, true);
    }

    /// Finds the model after `start`, the index of the word `Android`.
    static ModelPlace behind(String text, int start) {
        int end = endOfDescription(text, start);
        int semicolon = text.indexOf(';', start);
        boolean language = false;
        while (semicolon >= 0 && semicolon < end) {
            int next = text.indexOf(';', semicolon + 1);
            int stop = next < 0 || next > end ? end : next;
            int limit = Math.min(stop, semicolon + 1 + LONGEST);
            int from = firstOfWord(text, semicolon + 1, limit);
            int to = endOfWord(text, from, limit);
            if (isLanguage(text, from, to)) {
                language = true;
            } else if (to > from && !isOneOf("U-", text, from, to)) {
                return at(text, from, to, Math.min(end, semicolon + 1 + LONGEST), language, stop == end);
            }
            semicolon = stop < end ? stop : -1;
        }
        return new ModelPlace(text, end, end, end, end, end, language, true);
    }

    private static ModelPlace at(String text, int from, int to, int closing, boolean language, boolean last) {
        int mark = text.startsWith(BUILD, from) ? from : text.indexOf(BEHIND_MODEL, from, to);
        if (mark < 0) {
            int later = last ? -1 : text.indexOf(BUILD + "/", to, closing);
            int build = later < 0 ? closing : later + BUILD.length() + 1;
            return new ModelPlace(text, from, to, build, closing, closing, language, last || later >= 0);
        }
        int build = Math.min(to, mark + BUILD.length() + (mark == from ? 1 : 2));
        return new ModelPlace(text, from, endOfWord(text, from, mark), build, to, closing, language, true);
    }

    /// Whether there is no model.
    boolean isEmpty() {
        return from == to;
    }

    /// Whether there is a build.
    boolean hasBuild() {
        return build < buildEnd;
    }

    /// Whether the model is exactly this text.
    boolean is(String model) {
        return to - from == model.length() && text.startsWith(model, from);
    }

    /// Whether the model begins with this text.
    boolean startsWith(String beginning) {
        return to - from >= beginning.length() && text.startsWith(beginning, from);
    }

    /// Whether the build begins with this text, ignoring case.
    boolean buildStartsWith(String beginning) {
        return buildEnd - build >= beginning.length()
            && text.regionMatches(true, build, beginning, 0, beginning.length());
    }

    /// The model as it is written.
    String model() {
        return text.substring(from, to);
    }

    /// The text from an index in the model to the closing parenthesis.
    String whollyFrom(int start) {
        return text.substring(start, Math.max(start, endOfWord(text, from, closing)));
    }

    /* The index of the closing parenthesis; pairs of them, as in the model "Moto G (5)", are skipped. */
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

    private static int firstOfWord(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from, int end) {
        int at = end;
        while (at > from && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isOneOf(String characters, String text, int from, int to) {
        return to - from == 1 && characters.indexOf(text.charAt(from)) >= 0;
    }

    /* "de", "de-ch", "zh-Hans-CN"; some lack the first part: "-ch". */
    private static boolean isLanguage(String text, int from, int to) {
        int country = from < to && text.charAt(from) == '-' ? from : from + 2;
        int length = to - country + 2;
        if (country > to || country == from + 2 && !(isLetter(text, from) && isLetter(text, from + 1)) || length > 10) {
            return false;
        }
        if (length == 2) {
            return Character.isLowerCase(text.charAt(from + 1));
        }
        return "-_".indexOf(text.charAt(country)) >= 0
            && (length <= 5 || country + 5 < to && text.charAt(country + 5) == '-')
            && isLettersAndHyphens(text, country + 1, to);
    }

    private static boolean isLetter(String text, int at) {
        return at < text.length() && Phrase.isLetter(text.charAt(at));
    }

    private static boolean isLettersAndHyphens(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Phrase.isLetter(text.charAt(at)) && text.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }
}
