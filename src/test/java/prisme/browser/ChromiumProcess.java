package prisme.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The running program, with a profile of its own that goes when it ends. It ends with this process at the latest.
final class ChromiumProcess implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    /// That of a person's Chrome: a headless one says so in its own, and servers refuse it as a bot.
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--no-default-browser-check",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-default-apps", "--disable-extensions", "--remote-debugging-port=0",
            "--window-size=1280,800", "--lang=en-US", "--user-agent=" + USER_AGENT);

    private final Path profile;
    private final Process process;
    private final Thread lastResort = new Thread(this::kill);

    private ChromiumProcess(Path profile, Process process) {
        this.profile = profile;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /// The installed program, if there is one.
    static Optional<Path> executable() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param preferences the content of the new profile's file of that name, JSON
    static ChromiumProcess start(Path executable, String preferences) {
        try {
            Path profile = Files.createTempDirectory("chromium-");
            Files.createDirectories(profile.resolve("Default"));
            Files.writeString(profile.resolve("Default/Preferences"), preferences);
            ProcessBuilder command = new ProcessBuilder(executable.toString(), "--user-data-dir=" + profile);
            command.command().addAll(FLAGS);
            command.command().add("about:blank");
            command.environment().put("TMPDIR", profile.toString());
            command.redirectErrorStream(true).redirectOutput(profile.resolve("output").toFile());
            return new ChromiumProcess(profile, command.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the browser listens, as soon as it has written that down.
    URI endpoint() {
        Path file = profile.resolve("DevToolsActivePort");
        Patience.until(() -> "Chromium to start: " + output(), () -> !process.isAlive() || lines(file).size() == 2);
        List<String> portAndPath = lines(file);
        if (portAndPath.size() != 2) {
            throw new AssertionError("Chromium does not start: " + output());
        }
        return URI.create("ws://127.0.0.1:" + portAndPath.getFirst() + portAndPath.getLast());
    }

    @Override public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        kill();
    }

    private void kill() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        deleteProfile();
    }

    /* What a dying child still writes may stay behind in the folder for temporary files. */
    private void deleteProfile() {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("cannot delete " + profile + ": " + e);
        }
    }

    private String output() {
        return String.join("\n", lines(profile.resolve("output")));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
