package prisme.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A client that sends the bytes it is told to, right or wrong, and reads answers one by one.
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private boolean broken;

    /// One answer as it came.
    ///
    /// @param headers lines such as `content-length: 3`, names in lower case
    public record Answer(int status, List<String> headers, String body) {
        /// The value of a header, empty when it is missing.
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream().filter(line -> line.startsWith(start)).findFirst()
                    .map(line -> line.substring(start.length())).orElse("");
        }
    }

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawClient connect(InetSocketAddress server) throws IOException {
        Socket socket = new Socket(server.getAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawClient(socket);
    }

    /// Sends each character as one byte.
    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// Sends what the server may no longer want to read.
    public RawClient offer(String text) {
        try {
            return send(text);
        } catch (IOException _) {
            broken = true;  // it has closed the connection, which is its right
            return this;
        }
    }

    /// Whether nothing offered so far was in vain.
    public boolean isOpen() {
        return !broken;
    }

    /// Ends the connection with a reset, whatever is still under way.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public RawClient finish() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /// The next answer to anything but HEAD.
    public Answer read() throws IOException {
        return read(Body.FRAMED);
    }

    /// The next answer, to HEAD.
    public Answer readHead() throws IOException {
        return read(Body.NONE);
    }

    /// Reads so many bytes and forgets them.
    void skip(int length) throws IOException {
        in.skipNBytes(length);
    }

    /// Everything until the connection ends, be it by a reset.
    public String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                all.write(b);
            }
        } catch (SocketException _) {
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private enum Body { FRAMED, NONE }

    private Answer read(Body body) throws IOException {
        String statusLine = line();
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        Answer head = new Answer(Integer.parseInt(statusLine.split(" ")[1]), headers, "");
        return body == Body.NONE ? head : new Answer(head.status, headers, body(head));
    }

    private String body(Answer head) throws IOException {
        if (head.header("Transfer-Encoding").equals("chunked")) {
            return chunks();
        }
        String length = head.header("Content-Length");
        return length.isEmpty() ? "" : text(Integer.parseInt(length));
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended within a body");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended after '" + line + "'");
            }
            line.append((char) b);
        }
        return line.substring(0, line.length() - 1);
    }
}
