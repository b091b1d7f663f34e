package prisme.useragent;

import java.util.List;
import prisme.files.Bundled;

/// Where the tables come from, by the names of their files.
interface Tables {
    /// The text files beside this package.
    Tables OF_THIS_JAR = Tables::linesInJar;

    /// The lines of a table that say something: neither empty nor a remark.
    List<String> lines(String name);

    private static List<String> linesInJar(String name) {
        return Bundled.text(Tables.class, name).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
    }
}
