package prisme.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.ip.IpAddress;

class GeoDatabaseTest {
    @TempDir Path directory;

    @Test void aFileThatIsNoDatabaseIsAWrongSetting() throws IOException {
        Path missing = directory.resolve("none.mmdb");
        assertEquals("flag --geo.database: geo.database: " + missing + ": does not exist; it must be the path of a "
                + ".mmdb file, or empty for the built-in table", refusal(missing));
        Path damaged = Files.writeString(directory.resolve("damaged.mmdb"), "x");
        assertEquals(0, refusal(damaged).indexOf("flag --geo.database: geo.database: " + damaged + ": "),
                refusal(damaged));
    }

    private static String refusal(Path file) {
        return assertThrows(SettingsException.class,
                () -> Settings.of(Map.of("geo.database", file.toString())).geoDatabase().open()).getMessage();
    }

    @Test void theBuiltInTableIsAlwaysThere() {
        assertEquals("XX", new GeoDatabase.BuiltIn().open().countryOf(IpAddress.ofIPv4(0x7f000001)));
    }
}
