package prisme.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// The time from the start of a process to its first 200, ours and that of [BareServer] by turns, without and with the
/// cache that Java's `-XX:AOTCache` makes. Both come from a jar: Java makes no cache for classes in folders.
record Starting(Path jar, int rounds, Table table) {
    private static final byte[] REQUEST = "GET /api/v1/healthcheck HTTP/1.0\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    /* Java 25.0.3 writes a cache that later starts crash over if it is ended while it still makes classes. */
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /* Whoever waits without a pause takes a processor that the server could use. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    /// What is started.
    private sealed interface Program {
        record Ours(Path jar, Path data) implements Program {}

        record Bare(Path jar) implements Program {}
    }

    /// @param filled a data directory with events
    void measure(Path filled) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        Program bare = new Program.Bare(bareJar(folder.resolve("bare.jar")));
        Program empty = new Program.Ours(jar, folder.resolve("empty"));
        Program full = new Program.Ours(jar, filled);
        List<String> bareCache = cache(bare, folder.resolve("bare.aot"));
        List<String> cache = cache(empty, folder.resolve("ours.aot"));
        compare("empty directory", empty, bare, List.of(), List.of());
        compare("directory with events", full, bare, List.of(), List.of());
        compare("empty directory, with a cache", empty, bare, cache, bareCache);
        compare("directory with events, with a cache", full, bare, cache, bareCache);
    }

    private static Path bareJar(Path file) throws IOException {
        String name = BareServer.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
             InputStream type = BareServer.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            type.transferTo(jar);
        }
        return file;
    }

    private void compare(String what, Program ours, Program bare, List<String> flags, List<String> bareFlags)
            throws IOException, InterruptedException {
        Samples floors = new Samples();
        Samples times = new Samples();
        Samples ratios = new Samples();
        for (int round = 0; round < rounds; round++) {
            double floor = millis(bare, bareFlags);
            double time = millis(ours, flags);
            floors.add(floor);
            times.add(time);
            ratios.add(time / floor);
        }
        table.ratio("first 200, " + what, times.median(), floors.median(), "ms", ratios.median());
    }

    private List<String> cache(Program program, Path file) throws IOException, InterruptedException {
        millis(program, List.of("-XX:AOTCacheOutput=" + file), CALM);
        return List.of("-XX:AOTCache=" + file);
    }

    private static double millis(Program program, List<String> flags) throws IOException, InterruptedException {
        return millis(program, flags, Duration.ZERO);
    }

    /// @param calm how long it runs on before it is ended
    private static double millis(Program program, List<String> flags, Duration calm)
            throws IOException, InterruptedException {
        if (program instanceof Program.Ours(_, Path data) && data.endsWith("empty")) {
            Emptying.empty(data);
        }
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ForkedServer.SMALL);
        command.addAll(flags);
        command.addAll(arguments(program, port));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IOException("it did not start: " + command);
            }
            Thread.sleep(PAUSE);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        Thread.sleep(calm);
        process.destroy();
        process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return millis;
    }

    private static List<String> arguments(Program program, int port) {
        return switch (program) {
            case Program.Ours(Path jar, Path data) -> List.of("-jar", jar.toString(), "serve", "--port=" + port,
                    "--host=127.0.0.1", "--admin.hostport=", "--data.dir=" + data);
            case Program.Bare(Path jar) -> List.of("-Dprisme.bench.port=" + port, "-cp", jar.toString(),
                    BareServer.class.getName());
        };
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REQUEST);
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).endsWith("200");
        } catch (IOException _) {
            return false;
        }
    }

    /* Not one that the system gives to clients: whoever tries again and again to connect to such a port of this machine
     * gets it himself one day, is connected to himself, and the server finds it taken. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_768);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                continue;  // it is taken
            }
        }
    }
}
