package prisme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged jar as a process of its own, started as an owner starts it, on a free port of the loopback interface.
public final class RunningJar implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;
    private final List<String> said;

    private RunningJar(Process process, int port, List<String> said) {
        this.process = process;
        this.port = port;
        this.said = said;
    }

    /// Starts `serve --demo`, with a heap of 64 MB, and waits until it listens.
    public static RunningJar demo() throws IOException {
        return start(command("serve", "--demo", "--port=0", "--host=127.0.0.1"));
    }

    /// Starts `serve` on a data directory, with a heap of 64 MB, and waits until it listens.
    public static RunningJar serve(Path data, String... flags) throws IOException {
        return start(serving(data, flags));
    }

    private static ProcessBuilder serving(Path data, String... flags) {
        List<String> words = new ArrayList<>(List.of("serve", "--port=0", "--host=127.0.0.1", "--data.dir=" + data));
        words.addAll(List.of(flags));
        return command(words.toArray(String[]::new));
    }

    /// As [#serve(Path, String...)], and writes a line for each class that it loads into a file.
    static RunningJar serveTellingClasses(Path file, Path data) throws IOException {
        ProcessBuilder command = command("serve", "--port=0", "--host=127.0.0.1", "--data.dir=" + data);
        command.command().add(1, "-Xlog:class+load:file=" + file);
        return start(command);
    }

    /// As [#serve(Path, String...)], but nobody reads its standard output, nor its standard error once it listens.
    static RunningJar serveUnread(Path data, String... flags) throws IOException {
        Process process = serving(data, flags).start();
        process.getOutputStream().close();
        return listening(process, (_, _) -> { });
    }

    private static RunningJar start(ProcessBuilder command) throws IOException {
        Process process = command.start();
        process.getOutputStream().close();
        discard(process.getInputStream());
        return listening(process, RunningJar::hear);
    }

    private static RunningJar listening(Process process, BiConsumer<BufferedReader, List<String>> then)
            throws IOException {
        List<String> said = new CopyOnWriteArrayList<>();
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.add(line);
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                Thread.ofVirtual().start(() -> then.accept(err, said));
                return new RunningJar(process, Integer.parseInt(listens.group(1)), said);
            }
        }
        throw new IOException("the server ended before it listened: " + said);
    }

    private static void hear(BufferedReader err, List<String> said) {
        try {
            err.lines().forEach(said::add);
        } catch (UncheckedIOException _) {
            /* The process has been ended in the middle of a line. */
        }
    }

    /// What a command of the jar prints, which must end with exit code 0.
    public static String output(String... words) throws IOException {
        Process process = command(words).start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> textOf(process.getErrorStream()));
        String out = textOf(process.getInputStream());
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit + ": " + out + err.join());
        }
        return out;
    }

    /// The exit code of a command of the jar, and all it says, when it is not meant to go on.
    public static Ended ended(String... words) throws IOException {
        Process process = command(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = textOf(process.getInputStream());
        return new Ended(process.onExit().join().exitValue(), said);
    }

    /// How a command ended.
    public record Ended(int exit, String said) {}

    private static ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
                "java").toString(),
                "-Xmx64m", "-XX:+UseSerialGC", "-jar", System.getProperty("prisme.jar")));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    /// The address of a path on this server.
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /// What it has said on standard error so far.
    public List<String> said() {
        return List.copyOf(said);
    }

    /// What stands behind these words at the begin of a line on standard error, as soon as it says it.
    public String saysSoon(String words) throws InterruptedException {
        for (int tries = 0; tries < PATIENCE_SECONDS * 100; tries++) {
            for (String line : said) {
                if (line.startsWith(words)) {
                    return line.substring(words.length());
                }
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("it never said " + words + ", but " + said);
    }

    /// Ends it with SIGKILL.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Asks it to stop with SIGTERM, and waits until it has.
    ///
    /// @return its exit code
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private static void discard(InputStream stream) {
        Thread.ofVirtual().start(() -> textOf(stream));
    }

    private static String textOf(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
