package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {
    private static final long LOOK = 10_000_000;

    private final List<Integer> idle = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final KeptConnections kept = new KeptConnections(idle, 80, now::get);

    @Test void leavesAnEighthOfTheRoom() {
        idle.addAll(Collections.nCopies(69, 0));
        assertTrue(kept.haveRoom());
        assertFalse(kept.haveRoom());
    }

    @Test void hasNoMoreRoomForWhoAsksWhileAnotherLooks() {
        AtomicLong looks = new AtomicLong();
        List<KeptConnections> asked = new ArrayList<>();
        List<Boolean> told = new ArrayList<>();
        KeptConnections busy = new KeptConnections(new AbstractList<Integer>() {
            @Override public Integer get(int index) {
                return 0;
            }

            @Override public int size() {
                if (looks.incrementAndGet() == 2) {
                    told.add(asked.getFirst().haveRoom());
                }
                return 0;  // none of those just answered is idle yet
            }
        }, 80, now::get);
        asked.add(busy);
        for (int i = 0; i < 70; i++) {
            assertTrue(busy.haveRoom());
            busy.answered();
        }
        now.addAndGet(LOOK);
        assertFalse(busy.haveRoom());
        assertEquals(List.of(false), told);
    }

    @Test void countsAnswersOnTheirWayAndThoseSinceTheLookBeforeTheLast() {
        for (int i = 0; i < 70; i++) {
            assertTrue(kept.haveRoom());
        }
        now.addAndGet(100 * LOOK);
        assertFalse(kept.haveRoom());
        for (int i = 0; i < 70; i++) {
            kept.answered();
        }
        assertFalse(kept.haveRoom());
        now.addAndGet(LOOK);
        assertFalse(kept.haveRoom());
        now.addAndGet(LOOK);
        assertTrue(kept.haveRoom());
    }
}
