package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.demo.Traffic;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Page;
import prisme.event.Referrer;
import prisme.ip.IpAddress;
import prisme.settings.Settings;
import prisme.visitors.Fingerprint;
import prisme.visitors.NewVisitor;
import prisme.visitors.PageviewReport;
import prisme.visitors.Visitors;

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

    @ParameterizedTest @CsvSource({"session.max.per.device, 2, 2", "session.inactive.ttl, 2s, 3"})
    void holdsWhatTheOptionsSayOfSessions(String option, String value, int sessions) throws IOException {
        Map<String, String> settings = Map.of("data.dir", data().toString(), option, value);
        try (DataDirectory data = DataDirectory.open(Settings.of(settings), InstantSource.fixed(START))) {
            for (int second = 0; second < 4; second++) {
                visit(data.visitors(), "/" + second, START.plusSeconds(second));
            }
            assertEquals(sessions, data.visitors().sessions());
        }
    }

    private static void visit(Visitors visitors, String path, Instant at) throws IOException {
        Fingerprint somebody = new Fingerprint("x", IpAddress.ofIPv4(1), "example.com");
        Page page = new Page("example.com", path);
        visitors.pageview(new PageviewReport(somebody, page, new Referrer.Direct(), "", 200),
                () -> new NewVisitor.Person(Client.UNKNOWN, "XX", Campaign.NONE), at);
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
