package prisme.event;

/// A page of a site.
///
/// @param domain the host in lower case, with its port where that is not the scheme's default
/// @param path   normalised, begins with `/`
public record Page(String domain, String path) {
    /// What [#isPath(String)] requires, as the end of a sentence.
    public static final String PATH_RULE = "a path that begins with /, without query, fragment and control characters, "
            + "of at most " + Url.MAX_LENGTH + " characters";

    /// Whether this can be the path of a page's address. It need not be normalised.
    public static boolean isPath(String text) {
        if (!text.startsWith("/") || text.length() > Url.MAX_LENGTH && UrlPath.leastLength(text) > Url.MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?' || c == '#' || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }
}
