package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerLimitsTest {
    private static final long MIB = 1 << 20;

    @ParameterizedTest(name = "{0} MiB of heap, {1} files: {2}")
    @CsvSource(textBlock = """
            64,   1048576, 468
            256,  1048576, 1872
            64,   256,     156
            64,   64,      16
            1,    1048576, 16
            """)
    void allowsWhatHeapAndFilesCarry(long heapMiB, long files, int connections) {
        assertEquals(connections, ServerLimits.of(heapMiB * MIB, files).connections());
    }

    @Test
    void leavesConnectionsToSayThatThereAreTooMany() {
        assertEquals(351, new ServerLimits(468).requestsInFlight());
        assertEquals(1, new ServerLimits(1).requestsInFlight());
    }

    @Test
    void staysBelowWhatThisProcessMayOpen() {
        assertTrue(ServerLimits.apply().connections() <= Runtime.getRuntime().maxMemory() / 2 / 70 / 1024);
    }
}
