package prisme.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/// Opens files of which only some are open at a time, for a process may not have many open and connections need them
/// too. When it is one too many, the one that was opened first is closed; whoever reads it opens it again.
///
/* Not the one that was read least recently: a question reads one file after the other, where that is no better, and it
 * would cost a lock at every read. To open a file again takes less than to read one of its columns. */
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

    /// A file, open for now. Where it is not there any more when it is to be opened again, reading it fails.
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
