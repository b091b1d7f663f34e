package prisme.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process takes, as Linux tells it in `/proc`.
final class Usage {
    private Usage() {}

    /// The resident size, in MB.
    static double residentMegabytes(Process process) throws IOException {
        return number(process, "status", "VmRSS:") / 1024.0;
    }

    /// How many bytes the process has sent to the disk so far.
    static double writtenBytes(Process process) throws IOException {
        return number(process, "io", "write_bytes:");
    }

    private static long number(Process process, String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.substring(name.length()).replace("kB", "").strip());
            }
        }
        throw new IOException(file + " has no " + name);
    }
}
