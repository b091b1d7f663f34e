package prisme.watch;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import prisme.json.JsonWriter;

/// Takes the lines of logs, and writes them on a thread of its own. Who has a line never waits: not for a slow disk,
/// and not for the reader of a pipe, who may have stopped reading.
///
/// Lines that cannot be written are kept, and written as soon as that is possible. When there is no room for more,
/// further ones are lost; a line says how many, in the place where they are missing. Each call of
/// [#write(byte\[\], int, int)] must bring one whole line, or several.
/* There are two buffers: one is filled while the other is written. */
public final class LogOutput extends OutputStream {
    /// How many bytes of lines may wait: a thousand lines of requests.
    static final int ROOM = 256 * 1024;
    /// How long the end of the program waits for a reader.
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /// Room that is kept for the line that says how many are missing.
    private static final int ROOM_FOR_NOTICE = 1024;
    /// Between two writes, so that under load one of them takes many lines.
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    /// Before what could not be written is tried again.
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private final LogTarget target;
    private final InstantSource clock;
    private final Consumer<Throwable> trouble;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasLines = lock.newCondition();
    private final Condition isHalfFull = lock.newCondition();

    /* Guarded by the lock. */
    private ByteBuffer filling;
    private long missing;
    private long lost;
    private boolean isWriting;
    private long writingSince;

    /* Used by the thread alone. A batch that was written partly was cut off within a line, if it is torn. */
    private ByteBuffer batch;
    private boolean isTorn;
    private boolean hasFailed;

    private volatile boolean isEnding;

    private LogOutput(String name, LogTarget target, int room, InstantSource clock, Consumer<Throwable> trouble) {
        this.target = target;
        this.clock = clock;
        this.trouble = trouble;
        this.filling = ByteBuffer.allocate(room);
        this.batch = ByteBuffer.allocate(room).limit(0);
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// @param room    how many bytes of lines may wait
    /// @param trouble receives the cause when lines cannot be written, once until that is possible again
    static LogOutput to(LogTarget target, int room, InstantSource clock, Consumer<Throwable> trouble) {
        LogOutput output = new LogOutput("prisme-access-log", target, room, clock, trouble);
        output.thread.start();
        return output;
    }

    /// What the program says of itself, on standard error.
    public static LogOutput standardError(InstantSource clock) {
        /* That nothing can be written here could be said nowhere else. */
        LogOutput output = new LogOutput("prisme-log", LogTarget.standard(FileDescriptor.err), ROOM / 4, clock,
                _ -> { });
        output.thread.start();
        return output;
    }

    @Override public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override public void write(byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            if (missing > 0 || length > filling.remaining() - ROOM_FOR_NOTICE) {
                lose();
            } else {
                add(bytes, offset, length);
            }
        } finally {
            lock.unlock();
        }
    }

    /* The first one wakes the thread: a line may be too long for an empty buffer, and the notice makes room again. */
    private void lose() {
        lost++;
        if (missing++ == 0) {
            hasLines.signal();
        }
    }

    /* Waking a thread takes long, so it is only done when that thread has nothing to do, or should hurry. */
    private void add(byte[] bytes, int offset, int length) {
        if (filling.position() == 0) {
            hasLines.signal();
        }
        filling.put(bytes, offset, length);
        if (isFillingHalfFull()) {
            isHalfFull.signal();
        }
    }

    private boolean isFillingHalfFull() {
        return filling.position() > filling.capacity() / 2;
    }

    /// How many lines are lost by now.
    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /// Has what was taken so far written, and ends. Waits for that no longer than a second, and not at all for a reader
    /// who has stopped reading before.
    @Override public void close() {
        close(PATIENCE);
    }

    void close(Duration patience) {
        try {
            thread.join(patience.minus(end()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tells the thread to end.
    ///
    /// @return how long what it is writing has taken by now
    private Duration end() {
        lock.lock();
        try {
            isEnding = true;
            hasLines.signal();
            isHalfFull.signal();
            return isWriting ? Duration.ofNanos(System.nanoTime() - writingSince) : Duration.ZERO;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            boolean isLastTry = isEnding;
            goesOn = hasBatch() && (write() || !isLastTry);
        }
        try {
            target.close();
        } catch (IOException e) {
            trouble.accept(e);
        }
    }

    /// Waits for lines.
    ///
    /// @return whether the batch holds any; if not, there will be none
    private boolean hasBatch() {
        lock.lock();
        try {
            isWriting = false;
            pause();
            if (!batch.hasRemaining()) {
                while (filling.position() == 0 && missing == 0 && !isEnding) {
                    hasLines.awaitUninterruptibly();
                }
                swap();
            }
            isWriting = true;
            writingSince = System.nanoTime();
            return batch.hasRemaining();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        long rest = hasFailed ? PAUSE_AFTER_FAILURE : PAUSE;
        while (rest > 0 && !isEnding && (hasFailed || !isFillingHalfFull())) {
            try {
                rest = isHalfFull.awaitNanos(rest);
            } catch (InterruptedException _) {
                /* Nobody knows this thread, so nobody meant it. */
            }
        }
    }

    private void swap() {
        if (missing > 0) {
            addNotice();
            missing = 0;
        }
        ByteBuffer written = batch;
        batch = filling.flip();
        filling = written.clear();
    }

    private void addNotice() {
        JsonWriter notice = new JsonWriter();
        Bunyan.begin(notice, clock.instant(), Bunyan.Level.WARN, missing + (missing == 1 ? " line is" : " lines are")
                + " missing here, for which there was no room").endObject().endLine();
        filling.put(notice.toByteArray());
    }

    /// Writes the batch, or as much of it as possible.
    ///
    /// @return whether that was all of it
    private boolean write() {
        try {
            if (isTorn) {
                target.write(ByteBuffer.wrap(new byte[] {'\n'}));
                isTorn = false;
            }
            target.write(batch);
            hasFailed = false;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failed(e);
        }
        return !hasFailed;
    }

    private void failed(Throwable e) {
        goBackToLine();
        if (!hasFailed) {
            hasFailed = true;
            trouble.accept(e);
        }
    }

    /* A line that was written in part is written once more, whole and on a line of its own. */
    private void goBackToLine() {
        int end = batch.position();
        int line = end;
        while (line > 0 && batch.get(line - 1) != '\n') {
            line--;
        }
        isTorn |= line < end;
        batch.position(line);
    }
}
