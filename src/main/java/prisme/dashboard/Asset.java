package prisme.dashboard;

import java.util.List;
import java.util.zip.CRC32C;
import prisme.files.Bundled;

/// A file that pages load, in the jar beside them.
///
/// @param name of the file, and the end of its address
record Asset(String name) {
    private static final List<String> NAMES = List.of("dashboard.css", "prisme.svg", "main.js", "allrows.js", "api.js",
            "axis.js", "chart.js", "chips.js", "country.js", "csv.js", "element.js", "events.js", "filter.js",
            "filterform.js", "format.js", "help.js", "keys.js", "lists.js", "menu.js", "metrics.js", "notice.js",
            "panel.js", "periods.js", "range.js", "reading.js", "refresh.js", "reports.js", "rows.js", "sites.js",
            "state.js", "summary.js", "tabs.js", "view.js", "welcome.js");

    /// All there are.
    static List<Asset> all() {
        return NAMES.stream().map(Asset::new).toList();
    }

    /// A word that differs between any two versions of these files.
    static String edition() {
        CRC32C sum = new CRC32C();
        all().forEach(asset -> sum.update(asset.bytes()));
        return Long.toHexString(sum.getValue());
    }

    boolean isModule() {
        return name.endsWith(".js");
    }

    String contentType() {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("nobody has said what " + name + " is");
        };
    }

    byte[] bytes() {
        return Bundled.bytes(Asset.class, name);
    }

    /// The text of a page.
    static String text(String page) {
        return Bundled.text(Asset.class, page);
    }
}
