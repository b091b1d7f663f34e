package prisme.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// The two ends of one connection.
record Sockets(SocketChannel client, SocketChannel server) implements Closeable {
    static Sockets connected() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(any)) {
            return new Sockets(SocketChannel.open(listener.getLocalAddress()), listener.accept());
        }
    }

    /// Sends a text whose characters are bytes, and waits until all of it is held.
    void send(String text, Inflow in) throws IOException {
        client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        int before = in.held();
        while (in.held() < before + text.length()) {
            if (!in.readMore()) {
                throw new IOException("the connection has ended after " + in.held() + " bytes");
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
