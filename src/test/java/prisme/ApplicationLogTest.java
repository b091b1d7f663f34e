package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationLogTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ApplicationLog log = new ApplicationLog(out);

    @ParameterizedTest
    @CsvSource({"FINE, 20", "INFO, 30", "WARNING, 40", "SEVERE, 50"})
    void writesBunyansLevels(String level, int number) {
        log.publish(new LogRecord(Level.parse(level), "something"));
        assertTrue(text().contains("\"level\":" + number + ",\"msg\":\"something\",\"v\":0"), this::text);
    }

    @Test void staysOnOneLineWhateverIsLogged() {
        LogRecord entry = new LogRecord(Level.INFO, "a\r\nb\u001b[2J");
        entry.setThrown(new IllegalStateException("c\nd"));
        log.publish(entry);
        assertEquals(1, text().lines().count());
        assertTrue(text().endsWith("}\n") && !text().contains("\u001b"), this::text);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
