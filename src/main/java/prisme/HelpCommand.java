package prisme;

import java.io.IOException;
import java.util.List;

/// `help`: lists the commands, or explains one.
///
/// @param others all commands but this one
record HelpCommand(List<Command> others) implements Command {
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
        Commands commands = Commands.withHelp(others);
        shell.print(arguments.operands().isEmpty() ? Help.of(commands)
                : Help.of(commands.named(arguments.operands().getFirst())));
        return Exit.OK;
    }
}
