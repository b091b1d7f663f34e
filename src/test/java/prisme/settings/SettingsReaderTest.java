package prisme.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.http.BasePath;

class SettingsReaderTest {
    @TempDir
    private Path directory;

    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void surroundWithOthersVariables() {
        environment.putAll(Map.of("PATH", "/bin", "PRISMEPORT", "1", "XPRISME_PORT", "1", "prisme_port", "1"));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Settings read(Map<String, String> flags) {
        Map<String, String> options = new HashMap<>(flags);
        Optional<String> file = Optional.ofNullable(options.remove("config"));
        return new SettingsReader(directory, environment, warnings::add).read(file, options);
    }

    private String complaint(Map<String, String> flags) {
        return assertThrows(SettingsException.class, () -> read(flags)).getMessage();
    }

    @Test
    void theLaterOfDefaultFileEnvironmentAndFlagWins() throws IOException {
        assertEquals(8080, read(Map.of()).server().port());
        file("prisme.properties", "port = 1\n");
        assertEquals(1, read(Map.of()).server().port());
        environment.put("PRISME_PORT", "2");
        assertEquals(2, read(Map.of()).server().port());
        assertEquals(3, read(Map.of("port", "3")).server().port());
        assertEquals(List.of(), warnings);
    }

    @Test
    void onlyTheOptionThatIsSetChanges() throws IOException {
        file("prisme.properties", "proxy.hops = 2\n");
        environment.put("PRISME_TRUST_PROXY", "true");
        Settings settings = read(Map.of("proxy.header", "Forwarded"));
        assertEquals(new Settings.Proxy(true, "Forwarded", 2, "X-Request-Id"), settings.proxy());
    }

    @Test
    void aFileThatIsNamedStandsInForTheOneInTheDirectory() throws IOException {
        file("prisme.properties", "port = 1\nhost = ::1\n");
        file("other", "port = 2\n");
        Settings.Server expected = new Settings.Server(2, "0.0.0.0", BasePath.none());
        assertEquals(expected, read(Map.of("config", "other")).server());
        assertEquals(expected, read(Map.of("config", directory.resolve("other").toString())).server());
    }

    @Test
    void whatIsInTheDirectoryMustBeAFile() throws Exception {
        Path pipe = directory.resolve("prisme.properties");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(pipe + " cannot be read: it is not a regular file", complaint(Map.of()));
    }

    @Test
    void aFileThatIsNamedMustExist() {
        assertEquals(directory.resolve("other") + " cannot be read: there is no such file or directory",
                complaint(Map.of("config", "other")));
        assertEquals("flag --config: the file must be a path, not empty and without control characters, but is ''",
                complaint(Map.of("config", "")));
    }

    @Test
    void aFileThatCannotBeReadIsNoMissingFile() throws IOException {
        Files.createDirectory(directory.resolve("prisme.properties"));
        assertEquals(directory.resolve("prisme.properties") + " cannot be read: it is not a regular file", complaint(Map.of()));
    }

    @Test
    void aLinkThatLeadsNowhereIsNoMissingFile() throws IOException {
        Files.createSymbolicLink(directory.resolve("prisme.properties"), Path.of("gone"));
        assertEquals(directory.resolve("prisme.properties") + " cannot be read: there is no such file or directory",
                complaint(Map.of()));
    }

    @Test
    void aWrongValueSaysWhereItCameFrom() throws IOException {
        environment.put("PRISME_PROXY_HOPS", "0");
        assertEquals("environment variable PRISME_PROXY_HOPS: "
                + "proxy.hops must be a whole number from 1 to 32, but is '0'",
                complaint(Map.of()));
        file("prisme.properties", "# ports\n\nport = x\n");
        assertEquals(directory.resolve("prisme.properties")
                + " line 3: port must be a whole number from 0 to 65535, but is 'x'", complaint(Map.of()));
    }

    @Test
    void aWrongValueIsAnErrorEvenWhereItIsOverridden() throws IOException {
        file("prisme.properties", "port = x\n");
        environment.put("PRISME_PORT", "2");
        assertEquals(directory.resolve("prisme.properties")
                + " line 1: port must be a whole number from 0 to 65535, but is 'x'", complaint(Map.of("port", "3")));
    }

    @Test
    void anEmptyVariableIsAnEmptyValue() {
        environment.put("PRISME_PORT", "");
        assertEquals("environment variable PRISME_PORT: port must be a whole number from 0 to 65535, but is ''",
                complaint(Map.of()));
    }

    @Test
    void anUnknownOptionInTheFileIsRefused() throws IOException {
        file("prisme.properties", "data_dir = x\n");
        assertEquals(directory.resolve("prisme.properties")
                + " line 1: there is no option 'data_dir'; did you mean data.dir?", complaint(Map.of()));
    }

    @Test
    void anUnknownVariableOnlyWarns() {
        environment.putAll(Map.of("PRISME_PROT", "1", "PRISME_port", "2", "PRISME_DATA.DIR", "x", "PRISME_", "3",
                "PRISME_SOMETHING_ELSE", ""));
        assertEquals(8080, read(Map.of()).server().port());
        assertEquals("""
                environment variable PRISME_ sets no option and is ignored
                environment variable PRISME_DATA.DIR sets no option and is ignored; did you mean PRISME_DATA_DIR?
                environment variable PRISME_PROT sets no option and is ignored; did you mean PRISME_PORT?
                environment variable PRISME_SOMETHING_ELSE sets no option and is ignored
                environment variable PRISME_port sets no option and is ignored; did you mean PRISME_PORT?
                """, String.join("\n", warnings) + "\n");
    }
}
