package prisme.http;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How much the server takes on at once.
///
/// @param places      for clients that are served: half of the heap has room for them
/// @param connections that may be open, with those on which nothing has been said yet
/* A connection costs up to 70 KB of heap while its request is served, and 1 KB until its first byte. While it is kept
 * for the next one it costs little, or 22 KB where its streams are the JDK's ([OwnStreams]), which is why fewer are
 * kept then. Half of the heap has room for so many places of 70 KB; the rest belongs to the program. A place is taken
 * by a request in the hands of a handler, for which there are three in four, or by a request that the JDK's server
 * reads, for which there is one. Silent connections are cheap, so there may be more of them: else whoever opens many
 * and says nothing would keep all others out. But a client that sends many requests at once and takes no answer makes
 * its connection one that is neither silent nor idle, and so can all clients: there must be room for them beside the
 * program, which counts with a small heap. Each takes a file descriptor, too. */
public record ServerLimits(int places, int connections) {
    private static final int HEAP_PER_PLACE = 70 * 1024;
    private static final int CONNECTIONS_PER_PLACE = 8;
    private static final int HEAP_OF_PROGRAM = 14 * 1024 * 1024;
    /// With what the requests and answers of some of them take; the most that was measured without these is 9 KB.
    private static final int HEAP_PER_CONNECTION = 13 * 1024;
    /// Where streams are the JDK's.
    private static final int HEAP_PER_CONNECTION_OF_THE_JDK = 40 * 1024;
    private static final int OTHER_FILES = 100;
    private static final int FEWEST = 16;
    private static final long UNLIMITED_FILES = 1 << 20;
    /// The JDK counts 32 bytes more for the first line and for each header.
    private static final int MOST_HEAD = Arrival.MOST_HEAD + 32 * (Arrival.MOST_HEADERS + 1);
    private static final int REQUEST_SECONDS = 14;
    private static final String MAX_REQUEST_TIME = "sun.net.httpserver.maxReqTime";
    private static final String OPEN_FILES = "Max open files";
    private static final String MAX_CONNECTIONS = "jdk.httpserver.maxConnections";

    static ServerLimits of(long maxHeap, long openFiles) {
        return of(maxHeap, openFiles, HEAP_PER_CONNECTION);
    }

    /// @param heapPerConnection how many bytes one takes on which requests were answered and more are waiting
    static ServerLimits of(long maxHeap, long openFiles, int heapPerConnection) {
        long byHeap = maxHeap / 2 / HEAP_PER_PLACE;
        long byFiles = openFiles - OTHER_FILES;
        long served = Math.min((maxHeap - HEAP_OF_PROGRAM) / heapPerConnection, byFiles);
        return new ServerLimits((int) Math.max(FEWEST, Math.min(byHeap, served)),
                (int) Math.max(FEWEST, Math.min(byHeap * CONNECTIONS_PER_PLACE, served)));
    }

    /// Those of this process. What the owner has set on the command line counts.
    public static ServerLimits ofThisProcess() {
        ServerLimits own = of(Runtime.getRuntime().maxMemory(), openFiles(),
                OwnStreams.areOurs() ? HEAP_PER_CONNECTION : HEAP_PER_CONNECTION_OF_THE_JDK);
        int connections = Integer.getInteger(MAX_CONNECTIONS, own.connections);
        return new ServerLimits(Math.min(own.places, connections), connections);
    }

    /// Tells the JDK's server, which reads its settings once, when the first one is made. What the owner has set on the
    /// command line stays.
    void apply() {
        properties().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    /// How many requests may be in the hands of handlers.
    public int requestsInFlight() {
        return Math.max(1, places - places / 4);
    }

    /// How many requests may be coming in. Of more than these, those that take longest are cut off.
    int requestsComing() {
        return Math.max(1, places / 4);
    }

    /// How many answers may be going out; with more, those that take longest are cut off.
    int answersGoing() {
        return Math.max(1, requestsInFlight() / 2);
    }

    /// Of how many long bodies that were refused the rest may be read at a time.
    int remainders() {
        return Math.max(1, places / 32);
    }

    /// How many bytes requests may take that are still coming in.
    long bytesComing() {
        return (long) places * HEAP_PER_PLACE / 4;
    }

    /// How much less time than the longest a request may have to come in: a quarter, and nothing where the owner sets
    /// no bound to that.
    Duration spread() {
        /* Not Duration's own division: it loads BigDecimal, whose constants take a tenth of a second of every start. */
        return Duration.ofMillis(Math.max(0, Integer.getInteger(MAX_REQUEST_TIME, REQUEST_SECONDS)) * 1000L / 4);
    }

    /// How many connections are kept for the next request, where their streams are ours; as many as there are
    /// [places][#places()] where not.
    int kept() {
        return Math.max(1, connections / 2);
    }

    /* The JDK's server closes further idle connections without a word, so it is told of no bound where ours holds. */
    private int keptByTheJdk() {
        return OwnStreams.areOurs() ? connections : places;
    }

    private Map<String, String> properties() {
        String server = "sun.net.httpserver.";
        return Map.ofEntries(
                entry(MAX_CONNECTIONS, Integer.toString(connections)),
                entry(server + "maxIdleConnections", Integer.toString(keptByTheJdk())),
                entry(server + "nodelay", "true"),
                entry(MAX_REQUEST_TIME, Integer.toString(REQUEST_SECONDS)),  // whatever its documentation says
                entry(server + "maxRspTime", "29"),  // seconds, too
                entry(server + "timerMillis", "100"),  // between looks at those two
                entry(server + "idleInterval", "15"),  // seconds
                entry(server + "clockTick", "200"),  // milliseconds
                entry(server + "maxReqHeaderSize", Integer.toString(MOST_HEAD)),
                entry(server + "maxReqHeaders", Integer.toString(Arrival.MOST_HEADERS)),
                entry(server + "drainAmount", "1"),  // never wait for a body that nobody wants
                entry("java.locale.providers", "SPI"));  // its Date needs English names alone, not every language's
    }

    private static long openFiles() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
                if (line.startsWith(OPEN_FILES)) {
                    String soft = line.substring(OPEN_FILES.length()).strip().split(" ", 2)[0];
                    return soft.equals("unlimited") ? UNLIMITED_FILES : Long.parseLong(soft);
                }
            }
            return UNLIMITED_FILES;
        } catch (IOException _) {
            return UNLIMITED_FILES;  // not Linux: the heap alone decides
        }
    }
}
