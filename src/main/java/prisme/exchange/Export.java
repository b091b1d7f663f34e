package prisme.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import prisme.event.Event;
import prisme.store.Damage;
import prisme.store.TimeSpan;
import prisme.store.Timeline;

/// Writes what a directory holds, a line for each event or session. A server may run meanwhile. Memory does not depend
/// on how many lines there are.
///
/// @param table  events in order of time, those of one millisecond in order of arrival; or sessions as of their last
///               page view, in order of their start
/// @param format how a line is written
/// @param filter which lines are wanted
public record Export(Table table, Format format, ExportFilter filter) {
    /// What a line stands for.
    public enum Table { EVENTS, SESSIONS }

    /// How a line is written.
    public enum Format { NDJSON, CSV }

    /// Reads `directory` and writes lines to `out`, which is not closed.
    ///
    /// @param damages told of every place that cannot be read; the rest is exported
    /// @throws IOException when the directory cannot be read, or `out` takes no more
    public void run(Path directory, OutputStream out, Consumer<Damage> damages) throws IOException {
        Row row = row();
        Timeline timeline = new Timeline(directory, damages);
        TimeSpan span = filter.span();
        switch (table) {
            case EVENTS -> timeline.events(span, record -> event(record.event(), row, out));
            case SESSIONS -> timeline.sessions(span, last -> session(last, row, out));
        }
        row.flush(out);
    }

    private Row row() {
        return switch (format) {
            case NDJSON -> new JsonRow();
            case CSV -> new CsvRow(columns());
        };
    }

    private List<String> columns() {
        return switch (table) {
            case EVENTS -> EventFields.COLUMNS;
            case SESSIONS -> SessionFields.COLUMNS;
        };
    }

    private void event(Event event, Row row, OutputStream out) throws IOException {
        if (filter.hasDomainOf(event)) {
            EventFields.write(event, row);
            row.end(out);
        }
    }

    private void session(Event.Pageview last, Row row, OutputStream out) throws IOException {
        if (filter.hasDomainOf(last)) {
            SessionFields.write(last, row);
            row.end(out);
        }
    }
}
