package prisme;

import java.util.List;

/// The program: reads its command line and runs the command that it asks for.
public final class Prisme {
    /// The names of all commands, in the order of the help.
    private static final List<String> COMMANDS = List.of("serve", "export", "import", "verify", "healthcheck",
            "user-agent", "country", "default-config", "version", "help");

    private Prisme() {}

    static void main(String[] args) {
        Exit exit = new CommandLine(commands()).run(List.of(args), Shell.ofProcess());
        System.exit(exit.code());
    }

    /// Every command there is.
    static Commands commands() {
        return new Commands(COMMANDS, Prisme::command);
    }

    /* Each case has its own return: to verify the type of a single switch expression, the JVM would load all
     * commands. */
    private static Command command(String name) {
        switch (name) {
            case "serve": return new ServeCommand();
            case "export": return new ExportCommand();
            case "import": return new ImportCommand();
            case "verify": return new VerifyCommand();
            case "healthcheck": return new HealthcheckCommand();
            case "user-agent": return new UserAgentCommand();
            case "country": return new CountryCommand();
            case "default-config": return new DefaultConfigCommand();
            case "version": return new VersionCommand();
            case "help": return new HelpCommand(commands());
            default: throw new IllegalArgumentException("there is no command " + name);
        }
    }

    /// The version in the manifest of the jar; `unpackaged` when there is no jar.
    static String version() {
        String version = Prisme.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
