package prisme;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.demo.Traffic;
import prisme.settings.Settings;

class DataDirectoryTest {
    private static final Instant START = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir Path parent;

    private Path data() {
        return parent.resolve("data");
    }

    private DataDirectory withAnEvent() throws IOException {
        DataDirectory data = DataDirectory.open(Settings.of(Map.of("data.dir", data().toString())),
                InstantSource.fixed(START));
        data.log().append(Traffic.of(1, START, 1, 10).events().next());
        return data;
    }

    private boolean hasVisitsUnderWay() {
        return Files.exists(data().resolve("sessions"));
    }

    @Test void keepsTheVisitsUnderWay() throws IOException {
        withAnEvent().close();
        assertTrue(hasVisitsUnderWay());
    }

    @Test void keepsNothingInADirectoryThatIsAnotherOneNow() throws IOException {
        DataDirectory data = withAnEvent();
        for (String name : new String[] {"lock", "events-00000001.log"}) {
            Path copy = Files.copy(data().resolve(name), parent.resolve("copy"));
            Files.move(copy, data().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThrows(IOException.class, data::close);
        assertFalse(hasVisitsUnderWay());
    }
}
