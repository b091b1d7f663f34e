package prisme.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads the events of a directory in order of arrival, up to the last one that is complete. Another process may write
/// to it meanwhile; neither waits for the other. Damaged events are left out.
public final class LogReader {
    private final Path directory;
    private final Consumer<Damage> damages;

    /// Takes the events.
    public interface Sink {
        void accept(LogRecord event) throws IOException;
    }

    /// @param damages told of every place that cannot be read
    public LogReader(Path directory, Consumer<Damage> damages) {
        this.directory = directory;
        this.damages = damages;
    }

    /// Reads all events there are.
    ///
    /// @throws StoreException when a file is of a later format, or cannot be read at all
    public void read(Sink sink) throws IOException {
        try (OpenSegments segments = new OpenSegments()) {
            new LogWalk(directory, segments, damages).run(event -> event.decode(damages, sink));
        }
    }
}
