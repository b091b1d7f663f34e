package prisme.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes lines of CSV with a cell for every column. Cells for which a line has no field are empty.
final class CsvRow implements Row {
    private static final String FORMULA = "=+-@\t\r";

    private final List<String> columns;
    private final StringBuilder lines = new StringBuilder();
    private int column;

    /// Begins with a line of the names of the columns.
    CsvRow(List<String> columns) {
        this.columns = columns;
        lines.append(String.join(",", columns)).append("\r\n");
    }

    @Override public void text(String name, String value) {
        goTo(name);
        boolean isFormula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        append(isFormula ? "'" + value : value);
    }

    @Override public void number(String name, long value) {
        goTo(name);
        lines.append(value);
    }

    @Override public void json(String name, String value) {
        text(name, value);
    }

    @Override public void end(OutputStream out) throws IOException {
        while (column++ < columns.size() - 1) {
            lines.append(',');
        }
        lines.append("\r\n");
        column = 0;
        if (lines.length() > BUFFER_SIZE) {
            flush(out);
        }
    }

    @Override public void flush(OutputStream out) throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    /// Ends cells until the one of this column begins.
    private void goTo(String name) {
        while (!columns.get(column).equals(name)) {
            lines.append(',');
            column++;
        }
    }

    private void append(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        if (isPlain) {
            lines.append(cell);
        } else {
            lines.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }
}
