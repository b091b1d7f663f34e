package prisme.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RehearsalTest {
    @Test
    void getsAnAnswerAndLeavesNoServer() {
        Set<Thread> before = servers();
        assertTrue(Rehearsal.hold());
        assertTrue(before.containsAll(servers()));
    }

    /// The threads of all servers there are.
    private static Set<Thread> servers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("HTTP-Dispatcher")).collect(Collectors.toSet());
    }
}
