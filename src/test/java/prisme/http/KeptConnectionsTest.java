package prisme.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {
    private final List<Integer> idle = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final KeptConnections kept = new KeptConnections(idle, 80, now::get);

    @Test void leavesAQuarterOfTheRoomAndLooksFromTimeToTime() {
        idle.addAll(Collections.nCopies(60, 0));
        assertFalse(kept.areTooMany());
        idle.add(0);
        assertFalse(kept.areTooMany());
        now.addAndGet(10_000_000);
        assertTrue(kept.areTooMany());
    }
}
