package prisme;

import java.io.IOException;
import java.util.List;
import prisme.store.Verification;

/// `verify`: checks everything that is stored, even while the server runs.
record VerifyCommand() implements Command {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "Checks that everything stored can be read";
    }

    @Override
    public String explanation() {
        return "It changes nothing and may be asked while the server runs. Every damaged place is told, and then the "
                + "exit code is 1. An event at the end that was being written when the server was stopped is no "
                + "damage: it was never acknowledged, and the next start cuts it off.";
    }

    @Override
    public List<Flag> flags() {
        return Flag.withSettings();
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        Verification found = Verification.of(DirectoryToRead.of(arguments, shell),
                damage -> shell.complain("damaged: " + damage));
        shell.print("segments " + found.segments() + ", events " + found.records() + ", bytes " + found.bytes()
                + ", torn bytes " + found.tornBytes() + ", damaged places " + found.damages() + "\n");
        return found.isWhole() ? Exit.OK : Exit.FAILED;
    }
}
