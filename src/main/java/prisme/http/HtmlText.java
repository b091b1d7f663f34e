package prisme.http;

/// Makes a text safe to be written into a page.
public final class HtmlText {
    private HtmlText() {}

    /// The text as it must be written between tags, and between the quotes of an attribute.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
