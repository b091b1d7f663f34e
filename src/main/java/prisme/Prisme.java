package prisme;

import java.util.List;

/// The program: reads its command line and runs the command that it asks for.
public final class Prisme {
    private Prisme() {}

    static void main(String[] args) {
        Exit exit = new CommandLine(commands()).run(List.of(args), Shell.ofProcess());
        System.exit(exit.code());
    }

    /// Every command there is, in the order of the help.
    static Commands commands() {
        return Commands.withHelp(List.of(
                new ServeCommand(),
                new ExportCommand(),
                new ImportCommand(),
                new VerifyCommand(),
                new HealthcheckCommand(),
                new UserAgentCommand(),
                new CountryOfCommand(),
                new DefaultConfigCommand(),
                new VersionCommand()));
    }

    /// The version in the jar's manifest, or a word that says there is no jar.
    static String version() {
        String version = Prisme.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
