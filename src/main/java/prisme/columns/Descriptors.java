package prisme.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/// Opens files of which only some are open at a time, as a process may have few files open, and connections count among
/// them. When there is one too many, the one that was opened first is closed; the next read opens it again.
///
/* Not the one that was read least recently: as a question reads one file after the other, that would be no better, and
 * it would take a lock at every read. To open a file again takes less time than to read one of its columns. */
public final class Descriptors {
    private static final int MOST_OPEN = 16;

    private final int most;
    private final Queue<Sectors.Bytes> opened = new ArrayDeque<>();

    public Descriptors() {
        this(MOST_OPEN);
    }

    Descriptors(int most) {
        this.most = most;
    }

    /// Opens a file. Reading it fails when it has to be opened again and does not exist any more.
    public Sectors open(Path file) throws IOException {
        return open(() -> Sectors.bytes(file));
    }

    Sectors open(Sectors.Opener file) throws IOException {
        return new Sectors(() -> oneMore(file));
    }

    private synchronized Sectors.Bytes oneMore(Sectors.Opener file) throws IOException {
        if (opened.size() == most) {
            opened.remove().close();
        }
        Sectors.Bytes bytes = file.open();
        opened.add(bytes);
        return bytes;
    }
}
