package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerLimitsTest {
    private static final long MIB = 1 << 20;

    @ParameterizedTest(name = "{0} MiB of heap, {1} files: {2} places, {3} connections")
    @CsvSource(textBlock = """
            64,   1048576, 468,  3744
            256,  1048576, 1872, 14976
            64,   1024,    468,  924
            64,   256,     156,  156
            64,   64,      16,   16
            32,   1048576, 234,  1417
            24,   1048576, 175,  787
            1,    1048576, 16,   16
            """)
    void allowsWhatHeapAndFilesCarry(long heapMiB, long files, int places, int connections) {
        assertEquals(new ServerLimits(places, connections), ServerLimits.of(heapMiB * MIB, files));
    }

    @ParameterizedTest(name = "{0} MiB of heap, 40 KiB for each: {1} places, {2} connections")
    @CsvSource(textBlock = """
            64, 468, 1280
            24, 175, 256
            16, 51,  51
            """)
    void allowsFewerConnectionsThatTakeMore(long heapMiB, int places, int connections) {
        assertEquals(new ServerLimits(places, connections), ServerLimits.of(heapMiB * MIB, 1 << 20, 40 << 10));
    }

    @Test
    void sharesThePlacesOut() {
        ServerLimits limits = new ServerLimits(468, 3744);
        assertEquals(351, limits.requestsInFlight());
        assertEquals(117, limits.requestsComing());
        assertEquals(175, limits.answersGoing());
        assertEquals(1, new ServerLimits(1, 1).requestsInFlight());
        assertEquals(1, new ServerLimits(1, 1).requestsComing());
        assertEquals(1, new ServerLimits(1, 1).answersGoing());
    }

    @Test
    void staysBelowWhatThisProcessMayOpen() {
        assertTrue(ServerLimits.ofThisProcess().places() <= Runtime.getRuntime().maxMemory() / 2 / 70 / 1024);
    }

    @Test
    void spreadsNothingWhereRequestsMayTakeForEver() {
        String time = "sun.net.httpserver.maxReqTime";
        String before = System.getProperty(time, "14");
        System.setProperty(time, "-1");
        try {
            assertEquals(Duration.ZERO, new ServerLimits(468, 3744).spread());
        } finally {
            System.setProperty(time, before);
        }
    }
}
