package prisme.stats;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import prisme.store.Archive;

/// Answers from the columns of the sealed segments and from the log behind them. Any number of threads may ask.
public final class Engine implements Statistics, Closeable {
    private static final Preparation WHILE_SOMEBODY_IS_INTERESTED =
            new Preparation.When(Duration.ofSeconds(2), Duration.ofMinutes(15));

    /// How many times as long as a preparation the pause after it is.
    private static final long PAUSE_FACTOR = 20;

    private final Path directory;
    private final SealedParts sealed;
    private final LongSupplier stored;
    private final QuestionQueue queue;
    private final Team team = new Team();
    private final EventLoad load;
    private final Interest interest;
    private Optional<CurrentInventory> inventory = Optional.empty();
    private long nextPreparation = System.nanoTime();

    private Engine(Path directory, SealedParts sealed, LongSupplier stored, Preparation preparation) {
        this.directory = directory;
        this.sealed = sealed;
        this.stored = stored;
        this.load = new EventLoad(stored, System::nanoTime);
        this.interest = new Interest(preparation.interest(), System::nanoTime);
        this.queue = new QuestionQueue(this::evaluate, preparation.by(this::prepare));
    }

    /// When newly sealed parts are taken in before somebody asks.
    sealed interface Preparation {
        /// Nothing is read before the first question.
        record None() implements Preparation {
            @Override public Duration interest() {
                return Duration.ZERO;
            }

            @Override public IdleTask by(Runnable preparing) {
                return IdleTask.none();
            }
        }

        /// Whenever nobody has asked for a while. When nobody has asked for so long that the interest is over,
        /// everything in memory is released.
        ///
        /// @param idle     how long nobody must have asked
        /// @param interest how long after a question there is still interest
        record When(Duration idle, Duration interest) implements Preparation {
            @Override public IdleTask by(Runnable preparing) {
                return new IdleTask(idle, preparing);
            }
        }

        Duration interest();

        IdleTask by(Runnable preparing);
    }

    /// Answers from what is stored in a directory, which one process may write to at the same time. Nothing is read
    /// before the first question.
    ///
    /// @param stored the sequence number of the last event that is known to be stored; later ones do not count yet
    public static Engine on(Path directory, LongSupplier stored) {
        return on(directory, SealedParts.of(new Archive(directory, _ -> { })), stored, new Preparation.None());
    }

    /// Answers from what is stored in a directory, which one process may write to at the same time. Nothing is read
    /// before the first question. From then on each newly sealed segment is taken in soon, so that the next question
    /// need not wait for that. A quarter of an hour after the last question all memory is given back.
    ///
    /// @param archive of the directory; nobody else uses it from now on
    /// @param stored  the sequence number of the last event that is known to be stored; later ones do not count yet
    public static Engine on(Path directory, Archive archive, LongSupplier stored) {
        return on(directory, SealedParts.of(archive), stored, WHILE_SOMEBODY_IS_INTERESTED);
    }

    static Engine on(Path directory, SealedParts sealed, LongSupplier stored, Preparation preparation) {
        Engine engine = new Engine(directory, sealed, stored, preparation);
        engine.queue.start();
        return engine;
    }

    @Override public List<Answer> answer(Selection selection, List<Question> questions) throws IOException {
        return queue.answer(selection, questions);
    }

    /// On the queue's thread.
    ///
    /* A file that could be read when it was opened may since have been dropped for its age, or been damaged. So there
     * is a second attempt, which opens everything anew: then the file is left out, or restored from its parity. */
    private List<Answer> evaluate(Selection selection, List<Question> questions) throws IOException {
        interest.show();
        try {
            return evaluateOnce(selection, questions);
        } catch (TooLittleMemory e) {
            throw e;
        } catch (IOException _) {
            return evaluateOnce(selection, questions);
        }
    }

    private List<Answer> evaluateOnce(Selection selection, List<Question> questions) throws IOException {
        try {
            return new Evaluator(inventory().now(), workers()).answer(selection, questions);
        } catch (TooLittleMemory e) {
            throw e;
        } catch (OutOfMemoryError e) {
            beginAnew(e);
            throw new TooLittleMemory("the statistics need more memory than there is; start with a larger heap: "
                    + Allowance.largerHeap());
        } catch (UncheckedIOException e) {
            beginAnew(e.getCause());
            throw e.getCause();
        } catch (IOException | RuntimeException | Error e) {
            beginAnew(e);
            throw e;
        }
    }

    /* On two processors, a helper brings an answer in three quarters of the time, but meanwhile those who send events
     * wait two or three times as long. */
    private Workers workers() {
        return load.isHigh() ? Workers.alone() : team;
    }

    /* Events come in meanwhile, so this must take a small share of the time, however long each preparation takes. */
    private void prepare() {
        long began = System.nanoTime();
        if (!interest.isThere()) {
            forget();
        } else if (began - nextPreparation >= 0) {
            takeIn();
            long ended = System.nanoTime();
            nextPreparation = ended + PAUSE_FACTOR * (ended - began);
        }
    }

    private void takeIn() {
        try {
            inventory().prepared();
        } catch (TooLittleMemory _) {
            /* Whoever asks is told. */
        } catch (IOException | RuntimeException | Error e) {
            /* Whoever asks is told, if it happens again. */
            beginAnew(e);
        }
    }

    private void forget() {
        if (inventory.isPresent()) {
            try {
                release();
            } catch (IOException _) {
                /* A file that cannot be closed is not read any more either. */
            }
        }
    }

    /* What was half done when it failed must not be used any more. */
    private void beginAnew(Throwable failure) {
        try {
            release();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void release() throws IOException {
        inventory = Optional.empty();
        sealed.close();
    }

    private CurrentInventory inventory() throws IOException {
        CurrentInventory opened = inventory.isPresent() ? inventory.get()
                : new CurrentInventory(directory, sealed, stored);
        inventory = Optional.of(opened);
        return opened;
    }

    /// Ends when what is under way is answered.
    @Override public void close() throws IOException {
        try (sealed; team) {
            queue.close();
        }
    }
}
