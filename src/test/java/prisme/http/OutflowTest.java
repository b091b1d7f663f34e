package prisme.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutflowTest {
    @Test void tellsWhoSendsThatTheConnectionHasEnded() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0))) {
            SocketChannel channel = SocketChannel.open(listener.getLocalAddress());
            Outflow out = new Outflow(channel, new Audience());
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            channel.close();
            out.close();
            assertThrows(IOException.class, out::flush);
        }
    }
}
