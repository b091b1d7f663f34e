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

/// Answers from the columns of sealed segments and from the log behind them. Any number of threads may ask.
public final class Engine implements Statistics, Closeable {
    private static final Preparation WHILE_SOMEBODY_IS_INTERESTED =
            new Preparation.When(Duration.ofSeconds(2), Duration.ofMinutes(15));

    /// How much longer than each preparation the rest after it is.
    private static final long RESTS = 20;

    private final Path directory;
    private final Sealed sealed;
    private final LongSupplier stored;
    private final QuestionQueue queue;
    private final Team team = new Team();
    private final EventLoad load;
    private final Interest interest;
    private Optional<Stock> stock = Optional.empty();
    private long rested = System.nanoTime();

    private Engine(Path directory, Sealed sealed, LongSupplier stored, Preparation preparation) {
        this.directory = directory;
        this.sealed = sealed;
        this.stored = stored;
        this.load = new EventLoad(stored, System::nanoTime);
        this.interest = new Interest(preparation.interest(), System::nanoTime);
        this.queue = new QuestionQueue(this::reckon, preparation.by(this::prepare));
    }

    /// Whether what was sealed is taken in before somebody asks.
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

        /// When nobody has asked for so long, but somebody not longer ago than interest lasts. Behind that, all that is
        /// known is let go of.
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
        return on(directory, Sealed.of(new Archive(directory, _ -> { })), stored, new Preparation.None());
    }

    /// Answers from what is stored in a directory, which one process may write to at the same time. From the first
    /// question on, what is sealed since is taken in soon after each sealing, so that the next question need not wait
    /// for that. A quarter of an hour after the last one all memory is given back.
    ///
    /// @param archive of the directory; nobody else uses it from now on
    /// @param stored  the sequence number of the last event that is known to be stored; later ones do not count yet
    public static Engine on(Path directory, Archive archive, LongSupplier stored) {
        return on(directory, Sealed.of(archive), stored, WHILE_SOMEBODY_IS_INTERESTED);
    }

    static Engine on(Path directory, Sealed sealed, LongSupplier stored, Preparation preparation) {
        Engine engine = new Engine(directory, sealed, stored, preparation);
        engine.queue.start();
        return engine;
    }

    @Override public List<Answer> answer(Selection selection, List<Question> questions) throws IOException {
        return queue.answer(selection, questions);
    }

    /// On the queue's thread.
    ///
    /* What could be read when it was opened may be gone by now, for its age, or damaged. So it is asked once more:
     * opened again, that is left out or restored from its parity. */
    private List<Answer> reckon(Selection selection, List<Question> questions) throws IOException {
        interest.show();
        try {
            return reckonOnce(selection, questions);
        } catch (TooLittleMemory e) {
            throw e;
        } catch (IOException _) {
            return reckonOnce(selection, questions);
        }
    }

    private List<Answer> reckonOnce(Selection selection, List<Question> questions) throws IOException {
        try {
            return new Reckoner(stock().now(), workers()).answer(selection, questions);
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

    /* On two processors a helper makes an answer come in three quarters of the time, and those who send events wait two
     * or three times as long meanwhile. */
    private Workers workers() {
        return load.isHigh() ? Workers.alone() : team;
    }

    /* Taking events in goes on beside, so this takes a small share of the time, however long it takes each time. */
    private void prepare() {
        long began = System.nanoTime();
        if (!interest.isThere()) {
            forget();
        } else if (began - rested >= 0) {
            takeIn();
            long ended = System.nanoTime();
            rested = ended + RESTS * (ended - began);
        }
    }

    private void takeIn() {
        try {
            stock().prepared();
        } catch (TooLittleMemory _) {
            /* Whoever asks is told. */
        } catch (IOException | RuntimeException | Error e) {
            /* Whoever asks is told, if it is still so. */
            beginAnew(e);
        }
    }

    private void forget() {
        if (stock.isPresent()) {
            try {
                letGo();
            } catch (IOException _) {
                /* A file that cannot be closed is not read any more either. */
            }
        }
    }

    /* Whatever was half done when it failed is not to be built on. */
    private void beginAnew(Throwable failure) {
        try {
            letGo();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void letGo() throws IOException {
        stock = Optional.empty();
        sealed.close();
    }

    private Stock stock() throws IOException {
        Stock opened = stock.isPresent() ? stock.get() : new Stock(directory, sealed, stored);
        stock = Optional.of(opened);
        return opened;
    }

    /// Ends when what is under way is answered.
    @Override public void close() throws IOException {
        try (sealed; team) {
            queue.close();
        }
    }
}
