package prisme.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// How much the server takes on at once.
/* A connection costs up to 70 KB of heap while its request comes in, so that half of the heap bounds their number; the
 * rest belongs to the program. Each also takes a file descriptor. A quarter of the connections may never be in the
 * hands of handlers: they are there to be told that there are too many. */
record ServerLimits(int connections) {
    private static final int HEAP_PER_CONNECTION = 70 * 1024;
    private static final int OTHER_FILES = 100;
    private static final int FEWEST = 16;
    private static final long UNLIMITED_FILES = 1 << 20;
    private static final String MAX_CONNECTIONS = "jdk.httpserver.maxConnections";

    static ServerLimits of(long maxHeap, long openFiles) {
        long byHeap = maxHeap / 2 / HEAP_PER_CONNECTION;
        long byFiles = openFiles - OTHER_FILES;
        return new ServerLimits((int) Math.max(FEWEST, Math.min(byHeap, byFiles)));
    }

    /// Those of this process, told to the JDK's server, which reads its settings once, when the first one is made. What
    /// the owner has set on the command line stays.
    static ServerLimits apply() {
        ServerLimits own = of(Runtime.getRuntime().maxMemory(), openFiles());
        own.properties().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        return new ServerLimits(Integer.getInteger(MAX_CONNECTIONS, own.connections));
    }

    int requestsInFlight() {
        return Math.max(1, connections - connections / 4);
    }

    private Map<String, String> properties() {
        String server = "sun.net.httpserver.";
        return Map.of(
                MAX_CONNECTIONS, Integer.toString(connections),
                server + "maxIdleConnections", Integer.toString(connections),
                server + "nodelay", "true",
                server + "maxReqTime", "10",  // seconds, whatever its documentation says
                server + "maxRspTime", "60",  // seconds, too
                server + "idleInterval", "15",  // seconds
                server + "clockTick", "2000",  // milliseconds
                server + "maxReqHeaderSize", "16384",
                server + "maxReqHeaders", "64",
                server + "drainAmount", "1");  // never wait for a body that nobody wants
    }

    private static long openFiles() {
        try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+")[3])
                    .mapToLong(limit -> limit.equals("unlimited") ? UNLIMITED_FILES : Long.parseLong(limit))
                    .findFirst()
                    .orElse(UNLIMITED_FILES);
        } catch (IOException _) {
            return UNLIMITED_FILES;  // not Linux: the heap alone decides
        }
    }
}
