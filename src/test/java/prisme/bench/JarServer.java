package prisme.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged jar in a process of its own.
///
/// @param process the process, ended with this
/// @param address where it listens, on the loopback interface
record JarServer(Process process, InetSocketAddress address) implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");
    private static final int LONGEST_STOP_SECONDS = 30;

    /// @param flags of the Java virtual machine
    /// @param data  its data directory
    static JarServer start(Path jar, List<String> flags, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString(), "serve", "--port=0", "--host=127.0.0.1", "--data.dir=" + data,
                "--trust.proxy=true", "--rate.limit.events=2000", "--admin.hostport=", "--dashboard.public=true"));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader err = process.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                Thread.ofVirtual().start(() -> err.lines().filter(said -> said.startsWith("{"))
                        .forEach(System.err::println));
                int port = Integer.parseInt(listens.group(1));
                return new JarServer(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
        }
        throw new IOException("the server has ended before it listened");
    }

    /// Asks it to end and waits until it has.
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
