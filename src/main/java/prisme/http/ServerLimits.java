package prisme.http;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How much the server does at once.
///
/// @param places      for requests that are being served
/// @param connections that may be open, including those on which nothing has been sent yet
/* A connection costs up to 70 KB of heap while its request is served, and 1 KB until its first byte has come. While it
 * is kept for the next request it costs little, or 22 KB with the JDK's streams ([OwnStreams]), which is why fewer are
 * kept then.
 * There are as many places of 70 KB as fit into half of the heap; the rest is for the program. A place is taken by a
 * request that a handler answers, for which there are three in four, or by one that the JDK's server reads, for which
 * there is one in four.
 * Silent connections are cheap, so there may be more of them: otherwise somebody who opens many and sends nothing would
 * keep all others out. But by sending many requests at once and taking no answer, a client makes its connection one
 * that is neither silent nor idle, and all clients might do that. The heap must have room for all of them beside the
 * program, which matters if it is small. Each connection needs a file descriptor, too. */
public record ServerLimits(int places, int connections) {
    private static final int HEAP_PER_PLACE = 70 * 1024;
    private static final int CONNECTIONS_PER_PLACE = 8;
    private static final int HEAP_OF_PROGRAM = 14 * 1024 * 1024;
    /// Includes what the requests and answers of some of them take. Without these, 9 KB is the most that was measured.
    private static final int HEAP_PER_CONNECTION = 13 * 1024;
    /// With the JDK's streams.
    private static final int HEAP_PER_CONNECTION_OF_THE_JDK = 40 * 1024;
    private static final int OTHER_FILES = 100;
    private static final int FEWEST = 16;
    private static final long UNLIMITED_FILES = 1 << 20;
    /// The JDK's server adds 32 bytes for the first line and for each header.
    private static final int MOST_HEAD = Arrival.MOST_HEAD + 32 * (Arrival.MOST_HEADERS + 1);
    private static final int REQUEST_SECONDS = 14;
    private static final String MAX_REQUEST_TIME = "sun.net.httpserver.maxReqTime";
    private static final String OPEN_FILES = "Max open files";
    private static final String MAX_CONNECTIONS = "jdk.httpserver.maxConnections";

    /// The limits with streams of our own.
    ///
    /// @param maxHeap   how many bytes the heap may have
    /// @param openFiles how many file descriptors the process may have
    static ServerLimits of(long maxHeap, long openFiles) {
        return of(maxHeap, openFiles, HEAP_PER_CONNECTION);
    }

    /// @param heapPerConnection how many bytes a connection takes whose client sends requests and takes no answers
    static ServerLimits of(long maxHeap, long openFiles, int heapPerConnection) {
        long byHeap = maxHeap / 2 / HEAP_PER_PLACE;
        long byFiles = openFiles - OTHER_FILES;
        long served = Math.min((maxHeap - HEAP_OF_PROGRAM) / heapPerConnection, byFiles);
        return new ServerLimits((int) Math.max(FEWEST, Math.min(byHeap, served)),
                (int) Math.max(FEWEST, Math.min(byHeap * CONNECTIONS_PER_PLACE, served)));
    }

    /// The limits of this process. Those that the owner has set on the command line are kept.
    public static ServerLimits ofThisProcess() {
        ServerLimits own = of(Runtime.getRuntime().maxMemory(), openFiles(),
                OwnStreams.areOurs() ? HEAP_PER_CONNECTION : HEAP_PER_CONNECTION_OF_THE_JDK);
        int connections = Integer.getInteger(MAX_CONNECTIONS, own.connections);
        return new ServerLimits(Math.min(own.places, connections), connections);
    }

    /// Sets the system properties of the JDK's server, which reads them once, when the first server is made. Those that
    /// the owner has set on the command line are kept.
    void apply() {
        properties().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    /// How many requests handlers may answer at once.
    public int requestsInFlight() {
        return Math.max(1, places - places / 4);
    }

    /// How many requests may be read at once that have not come as a whole. Beyond that, the slowest are cut off.
    int requestsComing() {
        return Math.max(1, places / 4);
    }

    /// How many answers may be sent at once. Beyond that, the slowest clients are cut off.
    int answersGoing() {
        return Math.max(1, requestsInFlight() / 2);
    }

    /// For how many refused long bodies the rest may be read at once.
    int remainders() {
        return Math.max(1, places / 32);
    }

    /// How many bytes of memory the requests may take that wait until they have come as a whole.
    long bytesComing() {
        return (long) places * HEAP_PER_PLACE / 4;
    }

    /// By how much the time that a request may take to come is shortened at most: by a quarter, or not at all if the
    /// owner has set no limit.
    Duration spread() {
        /* Duration's own division would load BigDecimal, whose constants take a tenth of a second of every start. */
        return Duration.ofMillis(Math.max(0, Integer.getInteger(MAX_REQUEST_TIME, REQUEST_SECONDS)) * 1000L / 4);
    }

    /// How many connections are kept for the next request if they have our own streams; otherwise as many are kept as
    /// there are [places][#places()].
    int kept() {
        return Math.max(1, connections / 2);
    }

    /* The JDK's server closes further idle connections without telling the client. So with our own streams, where we
     * keep to a limit ourselves ([KeptConnections]), it gets none. */
    private int keptByTheJdk() {
        return OwnStreams.areOurs() ? connections : places;
    }

    private Map<String, String> properties() {
        String server = "sun.net.httpserver.";
        return Map.ofEntries(
                entry(MAX_CONNECTIONS, Integer.toString(connections)),
                entry(server + "maxIdleConnections", Integer.toString(keptByTheJdk())),
                entry(server + "nodelay", "true"),
                entry(MAX_REQUEST_TIME, Integer.toString(REQUEST_SECONDS)),  // seconds, whatever is documented
                entry(server + "maxRspTime", "29"),  // in seconds, too; [TimeoutExtension] says from when on
                entry(server + "timerMillis", "100"),  // how often it checks these two
                entry(server + "idleInterval", "15"),  // in seconds
                entry(server + "clockTick", "200"),  // in milliseconds
                entry(server + "maxReqHeaderSize", Integer.toString(MOST_HEAD)),
                entry(server + "maxReqHeaders", Integer.toString(Arrival.MOST_HEADERS)),
                entry(server + "drainAmount", "1"),  // do not wait for a body that nobody reads
                entry("java.locale.providers", "SPI"));  // its Date needs only the English names
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
