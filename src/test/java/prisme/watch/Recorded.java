package prisme.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Keeps what a log writes; or takes no more of it for a while, as a pipe that nobody reads or a disk that is full.
final class Recorded implements LogTarget {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long room = Long.MAX_VALUE;
    private boolean isStalled;

    /// From now on a write never returns, until there is a reader again.
    synchronized void stall() {
        isStalled = true;
    }

    synchronized void goOn() {
        isStalled = false;
        notifyAll();
    }

    /// Takes so many bytes more, and then fails.
    synchronized void failsAfter(long more) {
        room = more;
    }

    @Override public synchronized void write(ByteBuffer lines) throws IOException {
        while (isStalled) {
            sleep();
        }
        while (lines.hasRemaining()) {
            if (room == 0) {
                throw new IOException("no space left");
            }
            bytes.write(lines.get());
            room--;
        }
        notifyAll();
    }

    private void sleep() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override public void close() {}

    /// Waits until this has been written.
    synchronized void await(String words) {
        while (!text().contains(words)) {
            sleep();
        }
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
