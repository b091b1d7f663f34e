package prisme.useragent;

import java.util.List;
import prisme.files.Bundled;

/// Gives the tables by the names of their files.
interface Tables {
    /// The tables in the jar, beside this class.
    Tables OF_THIS_JAR = Tables::linesInJar;

    /// The lines of a table, without blank lines and comments.
    List<String> lines(String name);

    private static List<String> linesInJar(String name) {
        return Bundled.text(Tables.class, name).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
    }
}
