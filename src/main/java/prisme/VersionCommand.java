package prisme;

import java.io.IOException;

/// `version`: prints the version of Prisme.
record VersionCommand() implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "Prints the version";
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        shell.print("prisme " + Prisme.version() + "\n");
        return Exit.OK;
    }
}
