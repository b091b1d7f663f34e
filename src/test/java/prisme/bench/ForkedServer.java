package prisme.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prisme.http.HttpFront;

/// A server in a process of its own, which printed its port when it was ready.
///
/// @param process the process, ended with this
/// @param address where it listens, on the loopback interface
public record ForkedServer(Process process, InetSocketAddress address) implements AutoCloseable {
    /// The flags of a small home.
    static final List<String> SMALL = List.of("-Xmx64m", "-XX:+UseSerialGC");

    /// Starts a class that prints a port.
    ///
    /// @param flags what the Java virtual machine is told beyond the usual
    public static ForkedServer start(Class<?> main, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SMALL);
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), main.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int port = Integer.parseInt(process.inputReader().readLine());
        return new ForkedServer(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /// The processor time it has taken so far.
    public double cpuMicros() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1000.0;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Where the program's classes are, and those of its tests.
    static String classPath() {
        return folder(HttpFront.class) + ":" + folder(ForkedServer.class);
    }

    private static String folder(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
