package prisme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import prisme.settings.SettingsException;
import prisme.wording.Failure;

/// Finds the command that was asked for, runs it, and turns its result into an exit code and at most one message.
final class CommandLine {
    private static final String DEFAULT_COMMAND = "serve";

    private final Commands commands;

    CommandLine(Commands commands) {
        this.commands = commands;
    }

    /// Runs the command that these words ask for. Never throws.
    Exit run(List<String> words, Shell shell) {
        try {
            Exit exit = dispatch(words, shell);
            shell.out().flush();
            return exit;
        } catch (UsageException | SettingsException e) {
            shell.complain(e.getMessage());
            return Exit.WRONG_USAGE;
        } catch (UncheckedIOException e) {
            return failed(e.getCause(), shell);
        } catch (IOException e) {
            return failed(e, shell);
        } catch (RuntimeException | Error e) {
            shell.complain(Failure.bug(e));
            return Exit.FAILED;
        }
    }

    private static Exit failed(IOException failure, Shell shell) {
        if (failure instanceof StandardOutput.ReaderGone) {
            return Exit.OK;
        }
        shell.complain(Failure.sentence(failure));
        return Exit.FAILED;
    }

    /* Flags without a command belong to the default command, so that `--port=80` alone starts the server. But --help
     * and --version are commands, as people try them. */
    private Exit dispatch(List<String> words, Shell shell) throws IOException {
        if (words.isEmpty()) {
            return start(DEFAULT_COMMAND, words, shell);
        }
        String first = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        return switch (first) {
            case "--help", "-h" -> start("help", rest, shell);
            case "--version" -> start("version", rest, shell);
            default -> first.startsWith("-") ? start(DEFAULT_COMMAND, words, shell) : start(first, rest, shell);
        };
    }

    private Exit start(String name, List<String> words, Shell shell) throws IOException {
        Command command = commands.named(name);
        if (words.contains("--help") || words.contains("-h")) {
            shell.print(Help.of(command));
            return Exit.OK;
        }
        return command.run(Arguments.parse(command, words), shell);
    }
}
