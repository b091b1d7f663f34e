package prisme.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged jar in a process of its own, with a data directory that is left to the system's cleaning.
///
/// @param process the process, ended with this
/// @param address where it listens, on the loopback interface
record JarServer(Process process, InetSocketAddress address) implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");

    static JarServer start(Path jar) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m", "-Xmx64m", "-Xmn40m", "-XX:+UseSerialGC", "-jar", jar.toString(), "serve", "--port=0",
                "--host=127.0.0.1", "--data.dir=" + Files.createTempDirectory("prisme-bench"), "--trust.proxy=true",
                "--rate.limit.events=2000", "--admin.hostport=")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader err = process.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                Thread.ofVirtual().start(() -> err.lines().forEach(System.err::println));
                int port = Integer.parseInt(listens.group(1));
                return new JarServer(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
        }
        throw new IOException("the server has ended before it listened");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
