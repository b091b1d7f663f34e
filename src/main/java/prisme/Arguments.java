package prisme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prisme.settings.Option;
import prisme.settings.Settings;
import prisme.settings.SettingsException;
import prisme.settings.SettingsReader;
import prisme.wording.Quote;
import prisme.wording.Spelling;

/// The words after the name of a command, parsed.
///
/// @param flags    the values of the flags by their names without dashes; that of a switch is empty
/// @param operands the other words, in their order
record Arguments(Map<String, String> flags, List<String> operands) {

    /// Parses the words after the name of a command. The value of a flag is in the same word, after `=`: `--port=8080`.
    ///
    /// @throws UsageException when the command does not take one of them
    static Arguments parse(Command command, List<String> words) {
        List<Flag> known = command.flags();
        Map<String, String> flags = new LinkedHashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-") && !word.equals("-")) {
                addFlag(command, known, words.subList(i, words.size()), flags);
            } else if (operands.size() < command.mostOperands()) {
                operands.add(word);
            } else {
                throw new UsageException("the command " + command.name() + " does not take " + Quote.word(word)
                        + "; a command's name comes first, then its flags");
            }
        }
        return new Arguments(flags, List.copyOf(operands));
    }

    private static void addFlag(Command command, List<Flag> known, List<String> words, Map<String, String> flags) {
        String[] parts = words.getFirst().split("=", 2);
        Flag flag = named(parts[0], known, command);
        if (flag.isSwitch() && parts.length == 2) {
            throw new UsageException("flag " + parts[0] + " takes no value");
        }
        if (!flag.isSwitch() && parts.length == 1) {
            throw new UsageException("flag " + parts[0] + " needs a value in the same word, as in "
                    + example(flag, words));
        }
        if (flags.put(flag.name(), parts.length == 2 ? parts[1] : "") != null) {
            throw new UsageException("flag " + parts[0] + " is given twice");
        }
    }

    private static Flag named(String word, List<Flag> known, Command command) {
        for (Flag flag : known) {
            if (word.equals("--" + flag.name())) {
                return flag;
            }
        }
        throw unknown(command, word);
    }

    private static UsageException unknown(Command command, String name) {
        List<String> known = command.flags().stream().map(Flag::name).toList();
        Optional<String> near = Spelling.nearest(name.replaceFirst("^-+", ""), known);
        String question = Spelling.question(near.map(flag -> "--" + flag));
        return new UsageException("the command " + command.name() + " has no flag " + Quote.word(name)
                + (question.isEmpty() ? "; " + command.name() + " --help lists those it has" : question));
    }

    /* With the word that was probably meant to be the value, so that the right flag can be copied. */
    private static String example(Flag flag, List<String> words) {
        boolean valueFollows = words.size() > 1 && !words.get(1).startsWith("-") && !Quote.isSecret(flag.name());
        return valueFollows ? "--" + flag.name() + "=" + words.get(1) : flag.spelling();
    }

    /// The value of a flag; empty when it was not given.
    Optional<String> value(String flag) {
        return Optional.ofNullable(flags.get(flag));
    }

    /// Whether a switch was given.
    boolean has(String flag) {
        return flags.containsKey(flag);
    }

    /// The settings from the file, the environment and these flags.
    ///
    /// @throws SettingsException when anything in one of the three is invalid
    Settings settings(Shell shell) {
        return new SettingsReader(shell.directory(), shell.environment(), shell::complain)
                .read(value(SettingsReader.FILE_FLAG), options());
    }

    /// The flags that set options, by the names of the options.
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Option option : Settings.options()) {
            value(option.name()).ifPresent(value -> options.put(option.name(), value));
        }
        return options;
    }
}
