package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final RecordedShell shell = new RecordedShell();

    /// What a command does once it is asked.
    private interface Deed {
        Exit of(Arguments arguments, Shell shell) throws IOException;
    }

    private record Named(String name, Deed deed) implements Command {
        @Override
        public String summary() {
            return "Does " + name;
        }

        @Override
        public String explanation() {
            return "More about " + name + ".";
        }

        @Override
        public List<Flag> flags() {
            return Flag.withSettings();
        }

        @Override
        public Exit run(Arguments arguments, Shell shell) throws IOException {
            return deed.of(arguments, shell);
        }
    }

    private Exit run(Deed serve, Shell surroundings, String... words) {
        return new CommandLine(commands(serve)).run(List.of(words), surroundings);
    }

    private static Commands commands(Deed serve) {
        return new Commands(List.of("serve", "export", "version", "help"), name -> switch (name) {
            case "serve" -> new Named(name, serve);
            case "export" -> new Named(name, (_, s) -> say(s, "exported"));
            case "version" -> new VersionCommand();
            default -> new HelpCommand(commands(serve));
        });
    }

    private Exit run(String... words) {
        return run((arguments, s) -> say(s, "served " + arguments.options()), shell.withoutSettings(), words);
    }

    private Exit serving(Deed serve) {
        return run(serve, shell.withoutSettings());
    }

    private static Exit say(Shell shell, String text) throws IOException {
        shell.print(text);
        return Exit.OK;
    }

    @Test
    void servesUnlessAskedForSomethingElse() {
        assertEquals(Exit.OK, run());
        assertEquals(Exit.OK, run("--port=1"));
        assertEquals(Exit.OK, run("serve", "--port=2"));
        assertEquals(Exit.OK, run("export"));
        assertEquals("served {}served {port=1}served {port=2}exported", shell.out());
        assertEquals("", shell.err());
    }

    @Test
    void namesTheNearestCommand() {
        assertEquals(Exit.WRONG_USAGE, run("exprot"));
        assertEquals("prisme: there is no command 'exprot'; did you mean export?\n", shell.err());
        assertEquals("", shell.out());
    }

    @Test
    void complainsInOneLineWhateverItQuotes() {
        Shell shouted = shell.in(Path.of("no-such-directory"), Map.of("PRISME_X\u001b[31m\nprisme: all is well", "1"));
        run((arguments, s) -> say(s, "port " + arguments.settings(s).server().port()), shouted);
        assertEquals("prisme: environment variable PRISME_X\\u001B[31m\\nprisme: all is well sets no option and is"
                + " ignored\n", shell.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", ""})
    void namesAllCommandsWhenNoneIsNear(String word) {
        assertEquals(Exit.WRONG_USAGE, run(word));
        assertEquals("prisme: there is no command '" + word + "'; there are serve, export, version, help\n",
                shell.err());
    }

    @Test
    void namesTheNearestFlag() {
        assertEquals(Exit.WRONG_USAGE, run("--prot=1"));
        assertEquals("prisme: the command serve has no flag '--prot'; did you mean --port?\n", shell.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void listsCommands(String word) {
        assertEquals(Exit.OK, run(word));
        assertTrue(shell.out().contains("\n  export          Does export\n"), shell.out());
        assertEquals("", shell.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"export --help", "export -h", "help export", "export --nonsense nonsense --help"})
    void explainsACommand(String words) {
        assertEquals(Exit.OK, run(words.split(" ")));
        assertTrue(shell.out().startsWith("""
                Does export.

                Usage: java -jar prisme.jar export [--FLAG=VALUE ...]

                More about export.

                Flags:
                  --config=FILE                   Reads the settings"""), shell.out());
        assertTrue(shell.out().contains("\n  --port=8080                     TCP port of the public server.\n"),
                shell.out());
    }

    @Test
    void explainsTheCommandsOfEveryday() {
        assertEquals(Exit.OK, run("version", "--help"));
        assertEquals(Exit.OK, run("help", "--help"));
        assertEquals(Exit.WRONG_USAGE, run("help", "exprot"));
        assertEquals("prisme: there is no command 'exprot'; did you mean export?\n", shell.err());
    }

    @Test
    void tellsItsVersion() {
        assertEquals(Exit.OK, run("version"));
        assertEquals(Exit.OK, run("--version"));
        assertEquals("prisme unpackaged\nprisme unpackaged\n", shell.out());
    }

    @Test
    void handsOnHowTheCommandEnded() {
        assertEquals(Exit.FAILED, serving((_, _) -> Exit.FAILED));
        assertEquals("", shell.err());
    }

    @Test
    void saysWhichSettingIsWrong() {
        assertEquals(Exit.WRONG_USAGE, run((arguments, s) -> say(s, arguments.settings(s).toString()),
                shell.withoutSettings(), "--port=x"));
        assertEquals("prisme: flag --port: port must be a whole number from 0 to 65535, but is 'x'\n", shell.err());
    }

    @Test
    void saysWhatCouldNotBeRead() {
        assertEquals(Exit.FAILED, serving((_, _) -> { throw new NoSuchFileException("x"); }));
        assertEquals(Exit.FAILED, serving((_, _) -> { throw new UncheckedIOException(new NoSuchFileException("y")); }));
        assertEquals("""
                prisme: x: there is no such file or directory
                prisme: y: there is no such file or directory
                """, shell.err());
    }

    @Test
    void answersABugInOneLine() {
        assertEquals(Exit.FAILED, serving((_, _) -> { throw new IllegalStateException("odd"); }));
        assertTrue(shell.err().matches("prisme: a bug in Prisme stopped it: java\\.lang\\.IllegalStateException: odd "
                + "at prisme\\.CommandLineTest\\..*\\(CommandLineTest\\.java:\\d+\\)\n"), shell.err());
        assertEquals(Exit.FAILED, serving((_, _) -> { throw new StackOverflowError(); }));
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() {
        Shell toHead = shell.withOutputTo(new StandardOutput(failing("Broken pipe")));
        assertEquals(Exit.OK, run((_, s) -> say(s, "x"), toHead));
        assertEquals("", shell.err());
    }

    @Test
    void complainsWhenTheOutputIsLost() {
        Shell toFullDisk = shell.withOutputTo(new StandardOutput(failing("No space left on device")));
        assertEquals(Exit.FAILED, run((_, s) -> say(s, "x"), toFullDisk));
        assertEquals("prisme: standard output: No space left on device\n", shell.err());
    }

    @Test
    void losesNothingThatWaitsInABuffer() {
        Shell buffered = shell.withOutputTo(new BufferedOutputStream(shell.withoutSettings().out()));
        assertEquals(Exit.OK, run((_, s) -> { s.out().write('x'); return Exit.OK; }, buffered));
        assertEquals("x", shell.out());
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void everyCommandOfThePackageHasALineOfHelp() {
        for (Command command : Prisme.commands().all()) {
            assertFalse(command.summary().endsWith("."), command.name());
            assertTrue(Help.of(command).lines().allMatch(line -> line.length() <= 100), command.name());
        }
    }
}
