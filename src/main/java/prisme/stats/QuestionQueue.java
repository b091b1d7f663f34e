package prisme.stats;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import prisme.threads.Uninterruptibly;

/// Answers questions one after the other, on a thread of its own. Those that wait and are about the same selection are
/// answered together, by one pass over the data that begins after they were asked.
///
/* Not on the threads that ask: they are virtual, and share their carrier threads with those that take events in, and an
 * interrupt of one of them would close the files that it reads. */
final class QuestionQueue implements AutoCloseable {
    /// How many may wait.
    static final int MOST_WAITING = 256;

    /// How long a question may wait until it is begun with. Most who asked earlier have given up, and to answer them
    /// would keep all others waiting.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /// How many questions share a pass at most, unless the first who asks has more.
    private static final int MOST_SHARED = 64;

    private final Statistics statistics;
    private final IdleTask idleTask;
    private final LongSupplier nanoTime;
    private final List<Waiting> waiting = new LinkedList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("prisme-stats").unstarted(this::run);
    private boolean isClosed;

    private record Waiting(Selection selection, List<Question> questions, CompletableFuture<List<Answer>> answers,
                           long since) {}

    /// @param statistics asked by that thread alone
    /// @param idleTask   of that thread
    QuestionQueue(Statistics statistics, IdleTask idleTask) {
        this(statistics, idleTask, System::nanoTime);
    }

    /// @param nanoTime the time, as [System#nanoTime()] has it
    QuestionQueue(Statistics statistics, IdleTask idleTask, LongSupplier nanoTime) {
        this.statistics = statistics;
        this.idleTask = idleTask;
        this.nanoTime = nanoTime;
    }

    void start() {
        thread.start();
    }

    /// @throws Overloaded      when too many wait already, or it was not begun with in time
    /// @throws TooLittleMemory when there is more stored than there is memory for
    List<Answer> answer(Selection selection, List<Question> questions) throws IOException {
        Waiting mine = new Waiting(selection, questions, new CompletableFuture<>(), nanoTime.getAsLong());
        enter(mine);
        try {
            return mine.answers().get();
        } catch (InterruptedException _) {
            leave(mine);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooLittleMemory why) {
                throw new TooLittleMemory(why.getMessage());
            }
            if (e.getCause() instanceof Overloaded) {
                throw new Overloaded();
            }
            throw new IOException("the statistics cannot be computed: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private synchronized void enter(Waiting mine) throws IOException {
        if (isClosed) {
            throw new IOException("the statistics are closed");
        }
        if (waiting.size() == MOST_WAITING) {
            throw new Overloaded();
        }
        waiting.add(mine);
        notifyAll();
    }

    private synchronized void leave(Waiting mine) {
        waiting.remove(mine);
    }

    private void run() {
        while (!isClosed()) {
            List<Waiting> together = next();
            if (!together.isEmpty()) {
                answer(together);
            } else if (!isClosed()) {
                idleTask.task().run();
            }
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /// The first who waits, and the others who wait for answers about the same selection. Empty when nobody has come
    /// for a while, or the queue is closed.
    private synchronized List<Waiting> next() {
        try {
            if (waiting.isEmpty() && !isClosed) {
                wait(idleTask.pause().toMillis());
            }
        } catch (InterruptedException _) {
            /* Nobody interrupts this thread; it ends when it is closed. */
            return List.of();
        }
        refuseStale();
        return waiting.isEmpty() || isClosed ? List.of() : takeTogether();
    }

    private void refuseStale() {
        long now = nanoTime.getAsLong();
        while (!waiting.isEmpty() && now - waiting.getFirst().since() > PATIENCE.toNanos()) {
            waiting.removeFirst().answers().completeExceptionally(new Overloaded());
        }
    }

    private List<Waiting> takeTogether() {
        Waiting first = waiting.removeFirst();
        List<Waiting> together = new ArrayList<>(List.of(first));
        int count = first.questions().size();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting other = each.next();
            boolean fits = count + other.questions().size() <= MOST_SHARED;
            if (fits && other.selection().equals(first.selection())) {
                count += other.questions().size();
                together.add(other);
                each.remove();
            }
        }
        return together;
    }

    private void answer(List<Waiting> together) {
        List<Question> questions = together.stream().flatMap(each -> each.questions().stream()).toList();
        try {
            List<Answer> answers = statistics.answer(together.getFirst().selection(), questions);
            int from = 0;
            for (Waiting each : together) {
                int to = from + each.questions().size();
                each.answers().complete(answers.subList(from, to));
                from = to;
            }
        } catch (IOException | RuntimeException | Error e) {
            /* Whoever asked is told; later questions may succeed. */
            together.forEach(each -> each.answers().completeExceptionally(e));
        }
    }

    /// Refuses all who wait; an answer that is being computed is still given.
    @Override public void close() {
        synchronized (this) {
            isClosed = true;
            waiting.forEach(each -> each.answers().completeExceptionally(new IOException("the statistics are closed")));
            waiting.clear();
            notifyAll();
        }
        Uninterruptibly.join(thread);
    }
}
