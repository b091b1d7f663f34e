package prisme.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A request that the server sends to itself, on a connection of its own.
final class SelfCall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Socket socket;

    private SelfCall(Socket socket) {
        this.socket = socket;
    }

    /// Connects, and sends nothing yet.
    ///
    /// @param server where the server listens
    /// @throws IOException when it cannot be reached
    static SelfCall to(InetSocketAddress server) throws IOException {
        SelfCall call = new SelfCall(new Socket(Proxy.NO_PROXY));
        try {
            call.connect(server);
            return call;
        } catch (IOException e) {
            call.close();
            throw e;
        }
    }

    /// The address and port under which the server sees this client.
    InetSocketAddress from() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /// Sends `HEAD` for this path, with `Connection: close`.
    void send(String path) throws IOException {
        String request = "HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /// Waits for the first byte of the answer.
    ///
    /// @throws IOException when none comes within three seconds
    void await() throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new IOException("the server does not answer itself");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void connect(InetSocketAddress server) throws IOException {
        InetAddress bound = server.getAddress();
        InetAddress host = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        int patience = Math.toIntExact(PATIENCE.toMillis());
        socket.setSoTimeout(patience);
        socket.connect(new InetSocketAddress(host, server.getPort()), patience);
    }
}
