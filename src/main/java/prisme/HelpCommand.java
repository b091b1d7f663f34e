package prisme;

import java.io.IOException;

/// `help`: lists the commands, or explains one.
///
/// @param commands all commands, including itself
record HelpCommand(Commands commands) implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "Lists the commands, or explains the one named behind it";
    }

    @Override
    public String operands() {
        return "[COMMAND]";
    }

    @Override
    public int mostOperands() {
        return 1;
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        shell.print(arguments.operands().isEmpty() ? Help.of(commands)
                : Help.of(commands.named(arguments.operands().getFirst())));
        return Exit.OK;
    }
}
