package prisme.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.wording.Quote;

class SettingsFileTest {
    private Path file;

    @BeforeEach
    void nameFile(@TempDir Path directory) {
        file = directory.resolve("prisme.properties");
    }

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return SettingsFile.read(file).stream().map(a -> a.option() + "|" + a.value()).toList();
    }

    private String complaint(byte[] bytes) {
        return assertThrows(SettingsException.class, () -> read(bytes)).getMessage();
    }

    private String complaint(String text) {
        return complaint(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsANameAndAValueALine() throws IOException {
        assertEquals(List.of("a|1", "b.c|2", "d|", "e|x y", "f|a=b"),
                read("a=1\nb.c = 2\n d =\n\te\t=\tx y \nf = a=b"));
    }

    @Test
    void passesOverCommentsAndEmptyLines() throws IOException {
        assertEquals(List.of("a|1"), read("# a = 2\n\n  \t\n! b = 3\n   #c\n#\na = 1\n\n"));
        assertEquals(List.of(), read(""));
        assertEquals(List.of(), read("#"));
    }

    @Test
    void endsLinesAsWindowsDoes() throws IOException {
        assertEquals(List.of("a|1", "b|2"), read("a = 1\r\n\r\nb = 2\r\n"));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertEquals(List.of("a|1"), read("\uFEFFa = 1\n"));
        assertEquals(List.of("a|1"), read("\uFEFF# first\na = 1\n"));
    }

    @Test
    void passesOverNoSecondByteOrderMark() throws IOException {
        assertEquals(List.of("\uFEFFa|1", "\uFEFFb|2"), read("\uFEFF\uFEFFa = 1\n\uFEFFb = 2\n"));
    }

    @Test
    void takesValuesAsTheyStand() throws IOException {
        assertEquals(List.of("data.dir|C:\\new\\table", "b|x # y", "c|\"q\"", "d|ü…\uD83D\uDE00", "e|a\\"),
                read("data.dir = C:\\new\\table\nb = x # y\nc = \"q\"\nd = ü…\uD83D\uDE00\ne = a\\\n"));
    }

    @Test
    void countsLinesFromOne() throws IOException {
        Files.writeString(file, "\n# two\r\na = 1\n");
        assertEquals(new Assignment.Source.Line(file.toString(), 3), SettingsFile.read(file).getFirst().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"port", "port 80", "port: 80", "= 80", "\u0000"})
    void refusesALineThatSetsNothing(String line) {
        assertEquals(file + " line 2: " + Quote.of(line) + " is not of the form name = value",
                complaint("# one\n" + line + "\n"));
    }

    @Test
    void showsNoLineThatMayHoldASecret() {
        assertEquals(file + " line 1: a secret that is not shown is not of the form name = value",
                complaint("dashboard.password: hunter2"));
    }

    @Test
    void refusesAnOptionThatIsSetTwice() {
        assertEquals(file + " line 3: 'a' is set a second time, after line 1", complaint("a = 1\nb = 1\na = 1\n"));
    }

    @Test
    void refusesALineThatIsNotUtf8() {
        assertEquals(file + " line 2: is not UTF-8", complaint("a = 1\nb = ü\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesAFileWithoutEnd() {
        assertEquals(file + " has more than 1048576 bytes, which no settings file needs",
                complaint("#".repeat((1 << 20) + 1)));
    }

    /* The command default-config prints this file, which its own test sees to. */
    @Test
    void theExampleSetsEveryOptionToItsDefault() {
        assertEquals(Settings.options().stream().collect(Collectors.toMap(Option::name, Option::byDefault)),
                SettingsFile.read(Path.of("prisme.properties.example")).stream()
                        .collect(Collectors.toMap(Assignment::option, Assignment::value)),
                "prisme.properties.example is older than Settings; DefaultConfigCommandTest says how to write it anew");
    }
}
