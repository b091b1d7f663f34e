package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopHookTest {
    private final List<String> done = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopHook hook = new StopHook(() -> done.add("stopped"),
            new PrintStream(err, true, StandardCharsets.UTF_8), code -> done.add("exit " + code));

    @Test void closesTheServerAndExitsWithZero() throws IOException {
        hook.start(this::server);
        hook.run();
        assertEquals(List.of("closed", "stopped", "exit 0"), done);
    }

    private Closeable server() {
        return () -> done.add("closed");
    }

    @Test void closesAServerThatIsStillStarting() throws Exception {
        CountDownLatch isStarting = new CountDownLatch(1);
        Thread told = new Thread(() -> {
            isStarting.countDown();
            hook.run();
        });
        hook.start(() -> {
            told.start();
            await(isStarting);
            return server();
        });
        told.join();
        assertEquals(List.of("closed", "stopped", "exit 0"), done);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test void leavesTheExitCodeOfAStartThatFailed() {
        assertThrows(IOException.class, () -> hook.start(StopHookTest::failing));
        hook.run();
        assertEquals(List.of(), done);
    }

    private static Closeable failing() throws IOException {
        throw new IOException("the port is in use");
    }

    @Test void aServerThatCannotBeClosedIsAFailure() throws IOException {
        Closeable full = () -> {
            throw new IOException("no room");
        };
        hook.start(() -> full);
        hook.run();
        assertEquals(List.of("exit 1"), done);
        assertEquals("prisme: no room", err.toString(StandardCharsets.UTF_8).strip());
    }
}
