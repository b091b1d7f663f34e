package prisme.country;

/// Two capital letters as a small number, so that a table of half a million ranges takes two bytes for each country.
final class CountryCode {
    private static final int LETTERS = 26;
    private static final String[] TEXTS = texts();

    static final short UNKNOWN = of(Countries.UNKNOWN.charAt(0), Countries.UNKNOWN.charAt(1));

    private CountryCode() {}

    /// The number of two letters of either case; [#UNKNOWN] for whatever is not two ASCII letters, and for `ZZ`, which
    /// some databases use for it.
    static short of(int first, int second) {
        int high = letter(first);
        int low = letter(second);
        boolean isUnknown = high < 0 || low < 0 || high == LETTERS - 1 && low == LETTERS - 1;
        return isUnknown ? UNKNOWN : (short) (high * LETTERS + low);
    }

    static String text(short code) {
        return TEXTS[code];
    }

    private static int letter(int c) {
        int letter = (c | 0x20) - 'a';
        return letter >= 0 && letter < LETTERS ? letter : -1;
    }

    private static String[] texts() {
        String[] texts = new String[LETTERS * LETTERS];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(new char[] {(char) ('A' + i / LETTERS), (char) ('A' + i % LETTERS)});
        }
        return texts;
    }
}
