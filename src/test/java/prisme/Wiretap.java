package prisme;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A proxy between browsers and a server that passes on every byte unchanged, and records the requests.
final class Wiretap implements AutoCloseable {
    /* Behind a body it begins in the middle of a line. */
    private static final Pattern REQUEST_LINE =
            Pattern.compile("(?:GET|HEAD|POST|PUT|DELETE|OPTIONS) \\S+(?= HTTP/1\\.1\r\n)");

    private final int server;
    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<StringBuffer> asked = new CopyOnWriteArrayList<>();

    /// @param server the port where the server listens on this machine
    Wiretap(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /// The address of a path on the server, by way of this.
    String url(String path) {
        return "http://127.0.0.1:" + listener.getLocalPort() + path;
    }

    /// The requests to paths that begin so, such as `GET /a?b=c`, those of one connection in their order.
    List<String> requests(String path) {
        return asked.stream().flatMap(bytes -> REQUEST_LINE.matcher(bytes).results()).map(MatchResult::group)
                .filter(line -> line.split(" ")[1].startsWith(path)).toList();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                tap(listener.accept());
            }
        } catch (IOException _) {
            /* It was closed. */
        }
    }

    private void tap(Socket client) throws IOException {
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        open.addAll(List.of(client, behind));
        StringBuffer bytes = new StringBuffer();
        asked.add(bytes);
        pass(client, behind, bytes);
        pass(behind, client, new StringBuffer());
    }

    private static void pass(Socket from, Socket to, StringBuffer copy) {
        Thread.ofVirtual().start(() -> {
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                byte[] piece = new byte[8192];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    copy.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
                    out.write(piece, 0, count);
                }
            } catch (IOException _) {
                /* One of the two has gone, and the other goes with it. */
            }
        });
    }
}
