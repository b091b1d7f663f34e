package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import prisme.settings.Option;
import prisme.settings.Settings;

class DefaultConfigCommandTest {
    private static String defaultConfig() throws IOException {
        RecordedShell shell = new RecordedShell();
        new DefaultConfigCommand().run(new Arguments(Map.of(), List.of()), shell.withoutSettings());
        return shell.out();
    }

    @Test
    void isTheExampleInTheSources() throws IOException {
        assertEquals(Files.readString(Path.of("prisme.properties.example")), defaultConfig(),
                "write it anew with: "
                        + "java -cp target/classes prisme.Launcher default-config > prisme.properties.example");
    }

    @Test
    void documentsEveryOption() throws IOException {
        String text = defaultConfig().replace("\n# ", " ");
        for (Option option : Settings.options()) {
            assertTrue(text.contains(option.meaning() + " Allowed: " + option.allowed() + ". Default: "
                    + (option.byDefault().isEmpty() ? "empty" : option.byDefault()) + ". Also " + option.variable()
                    + " and " + option.flag() + "="), option.name());
        }
    }

    @Test
    void fitsOnAScreen() throws IOException {
        assertEquals(List.of(), defaultConfig().lines().filter(line -> line.length() > 100).toList());
    }
}
