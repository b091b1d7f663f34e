package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WaitingRoomTest {
    private final WaitingRoom room = new WaitingRoom(2);

    @Test
    void takesSoManyInAndCutsOffWhoHasWaitedLongest() throws InterruptedException {
        Guest first = new Guest();
        Guest second = new Guest();
        Guest third = new Guest();
        first.comes();
        second.comes();
        third.comes();
        assertEquals("cut off", first.fate.join());
        third.goes();
        assertEquals("kept", third.fate.join());
        Guest fourth = new Guest();
        fourth.comes();
        second.goes();
        fourth.goes();
        assertEquals("kept kept", second.fate.join() + " " + fourth.fate.join());
    }

    @Test
    void cutsOffNobodyWhoIsAtWork() throws InterruptedException {
        Guest busy = new Guest();
        busy.works = true;
        busy.comesAtOnce();
        for (int i = 0; i < 3; i++) {
            new Guest().comes();
        }
        busy.goes();
        busy.works = false;
        assertEquals("kept", busy.fate.join());
    }

    @Test
    void comesBackToItsSizeWhenThoseWhoWereAtWorkWait() throws Exception {
        Guest first = new Guest();
        first.works = true;
        first.comesAtOnce();
        Guest second = new Guest();
        Guest third = new Guest();
        second.comes();
        third.comes();
        first.works = false;
        first.awaitWaiting();
        Guest fourth = new Guest();
        fourth.comes();
        assertEquals("cut off cut off", first.fate.get() + " " + second.fate.get());
        third.goes();
        fourth.goes();
        assertEquals("kept kept", third.fate.join() + " " + fourth.fate.join());
    }

    @Test
    void makesWayAtTheCostOfWhoHasWaitedSoLong() throws InterruptedException {
        Guest first = new Guest();
        Guest second = new Guest();
        first.comes();
        second.comes();
        room.makeWay(Duration.ofHours(1));
        assertFalse(first.fate.isDone());
        room.makeWay(Duration.ZERO);
        assertEquals("cut off", first.fate.join());
        second.goes();
        assertEquals("kept", second.fate.join());
        room.makeWay(Duration.ZERO);
    }

    @Test
    void leavesNoInterruptBehindInWhoeverIsCutOff() throws Exception {
        Guest first = new Guest();
        first.comes();
        room.makeWay(Duration.ZERO);
        assertEquals("cut off", first.fate.get());
        assertFalse(first.isInterrupted);
    }

    @Test
    void letsOutWhoIsNotIn() {
        assertTrue(room.leave());
        room.enter();
        assertTrue(room.leave());
        assertTrue(room.leave());
    }

    /// A thread that waits in the room until it is told to go, or cut off.
    private final class Guest {
        final CompletableFuture<String> fate = new CompletableFuture<>();
        private final CountDownLatch in = new CountDownLatch(1);
        private volatile boolean mayGo;
        private volatile boolean works;
        private volatile boolean isInterrupted;
        private Thread thread;

        void comes() throws InterruptedException {
            comesAtOnce();
            awaitWaiting();
        }

        void comesAtOnce() throws InterruptedException {
            thread = Thread.ofVirtual().start(() -> {
                room.enter();
                in.countDown();
                while (works) {
                    Thread.yield();
                }
                while (!mayGo && !Thread.currentThread().isInterrupted()) {
                    LockSupport.park(this);
                }
                String what = room.leave() ? "kept" : "cut off";
                isInterrupted = Thread.currentThread().isInterrupted();
                fate.complete(what);
            });
            in.await();
        }

        void awaitWaiting() throws InterruptedException {
            while (thread.getState() != Thread.State.WAITING && !fate.isDone()) {
                Thread.sleep(1);
            }
        }

        void goes() {
            mayGo = true;
            LockSupport.unpark(thread);
        }
    }
}
