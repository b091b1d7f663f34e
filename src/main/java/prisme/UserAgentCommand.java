package prisme;

import java.io.IOException;
import prisme.useragent.UserAgentLines;

/// `user-agent`: prints how User-Agents are read.
record UserAgentCommand() implements Command {
    @Override
    public String name() {
        return "user-agent";
    }

    @Override
    public String summary() {
        return "Says which browser, system and device a User-Agent stands for";
    }

    @Override
    public String explanation() {
        return "It reads one User-Agent a line from standard input and prints one JSON object a line.";
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        UserAgentLines.answer(shell.in(), shell.out());
        return Exit.OK;
    }
}
