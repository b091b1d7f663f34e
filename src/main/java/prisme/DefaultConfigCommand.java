package prisme;

import java.io.IOException;
import prisme.settings.Option;
import prisme.settings.Settings;
import prisme.wording.Paragraph;

/// `default-config`: prints a settings file that documents every option and sets it to its default.
record DefaultConfigCommand() implements Command {
    private static final int WIDTH = 100;
    private static final String HEAD = """
            # The settings of Prisme: every option with its default.
            #
            # Copy this file to prisme.properties in the directory where Prisme is started, or anywhere and
            # name it with --config=FILE. Change what you like, leave out what may stay as it is. The same
            # option can be set by an environment variable, which wins over this file, and by a flag, which
            # wins over both; an empty variable is an empty value.
            #
            # One option a line: name = value. The file is UTF-8. Spaces around names and values do not
            # count. A line that begins with # or ! is a comment; behind a value a # is part of the value.
            # A backslash is a backslash, no line continues another, and no option is set twice. Durations
            # are written 500ms, 3s, 1m, 24h, 400d; sizes 512B, 64KiB, 64MiB, 1GiB. An unknown option or a
            # wrong value stops the start.
            """;

    @Override
    public String name() {
        return "default-config";
    }

    @Override
    public String summary() {
        return "Prints a settings file with every option, its meaning and its default";
    }

    @Override
    public String explanation() {
        return "Write it to prisme.properties, and change what you like.";
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        StringBuilder file = new StringBuilder(HEAD);
        Settings.options().forEach(option -> file.append('\n').append(entry(option)));
        shell.print(file.toString());
        return Exit.OK;
    }

    private static String entry(Option option) {
        return comment(option.meaning())
                + comment("Allowed: " + option.allowed() + ".")
                + comment("Default: " + shown(option.byDefault()) + ". Also " + option.variable() + " and "
                        + option.flag() + "=")
                + (option.name() + " = " + option.byDefault()).stripTrailing() + "\n";
    }

    private static String shown(String byDefault) {
        return byDefault.isEmpty() ? "empty" : byDefault;
    }

    private static String comment(String text) {
        return "# " + Paragraph.wrapped(text, WIDTH - 2, "\n# ") + "\n";
    }
}
