package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionQueueTest {
    private static final Question ONE = new Question.Top(Question.Ranking.PAGES, 1);
    private static final Question TWO = new Question.Top(Question.Ranking.PAGES, 2);

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final List<List<Question>> looks = new ArrayList<>();
    private final AtomicLong nanoTime = new AtomicLong();
    private final QuestionQueue queue = new QuestionQueue(this::look, IdleTask.none(), nanoTime::get);

    /// Answers with the limit of the question, when it may.
    private List<Answer> look(Selection selection, List<Question> questions) throws IOException {
        begun.release();
        mayEnd.acquireUninterruptibly();
        looks.add(questions);
        if (selection.from() < 0) {
            throw new IOException("no such time");
        }
        return questions.stream().<Answer>map(question -> new Answer.Top(List.of(question.toString()), List.of()))
                .toList();
    }

    @AfterEach void close() {
        mayEnd.release(1000);
        queue.close();
    }

    @Test void doesSomethingElseWhenNobodyAsksAndStillAnswers() throws Exception {
        Semaphore idle = new Semaphore(0);
        QuestionQueue restless = new QuestionQueue(this::look, new IdleTask(Duration.ofMillis(1), idle::release));
        restless.start();
        idle.acquire(3);
        mayEnd.release();
        assertEquals(answers(ONE), restless.answer(new Selection(1, 2, Map.of()), List.of(ONE)));
        idle.drainPermits();
        idle.acquire(3);
        restless.close();
    }

    @Test void answersTogetherWhoAsksAboutTheSameWhileAnotherIsAnswered() throws Exception {
        queue.start();
        FutureTask<List<Answer>> first = ask(1, ONE);
        begun.acquire();
        FutureTask<List<Answer>> second = ask(2, ONE, TWO);
        FutureTask<List<Answer>> other = ask(3, TWO);
        FutureTask<List<Answer>> third = ask(2, TWO);
        mayEnd.release(1000);
        assertEquals(answers(ONE), first.get());
        assertEquals(answers(ONE, TWO), second.get());
        assertEquals(answers(TWO), third.get());
        assertEquals(answers(TWO), other.get());
        assertEquals(List.of(List.of(ONE), List.of(ONE, TWO, TWO), List.of(TWO)), looks);
    }

    @Test void doesNotLetThoseShareALookThatAskAfterItBegan() throws Exception {
        queue.start();
        FutureTask<List<Answer>> first = ask(1, ONE);
        begun.acquire();
        FutureTask<List<Answer>> second = ask(1, ONE);
        mayEnd.release(1000);
        first.get();
        second.get();
        assertEquals(2, looks.size());
    }

    @Test void tellsAllWhoWaitedOfAFailureAndGoesOn() throws Exception {
        queue.start();
        mayEnd.release(1000);
        FutureTask<List<Answer>> failing = ask(-1, ONE);
        assertThrows(ExecutionException.class, failing::get);
        assertEquals(answers(TWO), ask(1, TWO).get());
    }

    @Test void refusesMoreThanMayWait() throws Exception {
        List<FutureTask<List<Answer>>> waiting =
                IntStream.range(0, QuestionQueue.MOST_WAITING).mapToObj(i -> ask(i, ONE)).toList();
        assertThrows(Overloaded.class, () -> queue.answer(selection(1), List.of(ONE)));
        queue.start();
        mayEnd.release(1000);
        for (FutureTask<List<Answer>> each : waiting) {
            assertEquals(answers(ONE), each.get());
        }
    }

    @Test void refusesWhoHasWaitedForTooLong() throws Exception {
        queue.start();
        FutureTask<List<Answer>> first = ask(1, ONE);
        begun.acquire();
        FutureTask<List<Answer>> stale = ask(2, ONE);
        nanoTime.addAndGet(1);
        FutureTask<List<Answer>> other = ask(3, TWO);
        nanoTime.addAndGet(QuestionQueue.PATIENCE.toNanos());
        mayEnd.release(1000);
        assertEquals(answers(ONE), first.get());
        assertInstanceOf(Overloaded.class, assertThrows(ExecutionException.class, stale::get).getCause());
        assertEquals(answers(TWO), other.get());
    }

    @Test void forgetsWhoIsInterrupted() throws Exception {
        CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            assertThrows(IOException.class, () -> queue.answer(selection(1), List.of(ONE)));
            wasInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        asking.interrupt();
        assertTrue(wasInterrupted.get());
        queue.start();
        mayEnd.release(1000);
        ask(2, TWO).get();
        assertEquals(List.of(List.of(TWO)), looks);
    }

    @Test void tellsWhoWaitsWhenItIsClosed() throws Exception {
        FutureTask<List<Answer>> waiting = ask(1, ONE);
        queue.close();
        assertThrows(ExecutionException.class, waiting::get);
        assertThrows(IOException.class, () -> queue.answer(selection(1), List.of(ONE)));
    }

    /// Asks on a thread of its own, and returns when the question waits or is being answered.
    private FutureTask<List<Answer>> ask(long from, Question... questions) {
        Callable<List<Answer>> asking = () -> queue.answer(selection(from), List.of(questions));
        FutureTask<List<Answer>> task = new FutureTask<>(asking);
        Thread thread = Thread.ofVirtual().start(task);
        while (thread.getState() != Thread.State.WAITING && !task.isDone()) {
            Thread.onSpinWait();
        }
        return task;
    }

    private static Selection selection(long from) {
        return new Selection(from, 10, Map.of());
    }

    private static List<Answer> answers(Question... questions) {
        return List.of(questions).stream().<Answer>map(question ->
                new Answer.Top(List.of(question.toString()), List.of())).toList();
    }
}
