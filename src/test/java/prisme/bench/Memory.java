package prisme.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How much memory and disk the server takes: idle, and under full load with new visitors all the time.
record Memory(Path jar, int minutes, Table table) {
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final LoadGenerator.Requests NOTHING = (_, _) -> ("GET /api/v1/healthcheck HTTP/1.1\r\n"
            + "Host: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    void measure(String heap) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("bench");
        LoadGenerator load = new LoadGenerator(64, 2, EventRequests.load()::pageview);
        try (JarServer server = JarServer.start(jar, List.of("-Xmx" + heap, "-XX:+UseSerialGC"), data)) {
            new LoadGenerator(1, 1, NOTHING).run(server.address(), IDLE);
            table.figure("resident, idle, -Xmx" + heap, Usage.residentMegabytes(server.process()), "MB");
            long events = 0;
            for (int minute = 1; minute <= minutes; minute++) {
                events += load.run(server.address(), Duration.ofMinutes(1)).ok();
                table.figure("resident after minute " + minute + ", " + events + " events",
                        Usage.residentMegabytes(server.process()), "MB");
            }
            table.figure("sent to the disk", Usage.writtenBytes(server.process()) / events, "B/event");
            server.stop();
            table.figure("kept on the disk, the newest not yet packed", bytes(data) / (double) events, "B/event");
        }
    }

    private static long bytes(Path directory) throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
