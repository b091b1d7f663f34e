package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.http.BasePath;
import prisme.settings.Settings;

class HealthcheckCommandTest {
    private final RecordedShell shell = new RecordedShell();

    @Test void endsWell() throws IOException {
        assertEquals(Exit.OK, askServerThatAnswers(200, ""));
        assertEquals("", shell.err());
    }

    @Test void saysWhyTheServerIsUnwell() throws IOException {
        assertEquals(Exit.FAILED, askServerThatAnswers(503, "Events cannot be stored: no space left."));
        assertTrue(shell.err().contains("answers 503: Events cannot be stored: no space left."), shell.err());
    }

    @Test void saysThatNobodyAnswers() throws IOException {
        HttpServer gone = server(200, "");
        int port = gone.getAddress().getPort();
        gone.stop(0);
        assertEquals(Exit.FAILED, ask(port));
        assertTrue(shell.err().startsWith("prisme: no answer from http://127.0.0.1:" + port), shell.err());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, http://127.0.0.1:80/api/v1/healthcheck", "::, http://127.0.0.1:80/api/v1/healthcheck",
            "::1, http://[::1]:80/api/v1/healthcheck", "127.0.0.1, http://127.0.0.1:80/api/v1/healthcheck"})
    void asksWhereTheServerListens(String host, String address) throws IOException {
        assertEquals(address, HealthcheckCommand.address(new Settings.Server(80, host, BasePath.none())).toString());
    }

    private Exit askServerThatAnswers(int status, String body) throws IOException {
        HttpServer server = server(status, body);
        try {
            return ask(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private Exit ask(int port) {
        return new CommandLine(Prisme.commands())
                .run(List.of("healthcheck", "--host=127.0.0.1", "--port=" + port), shell.withoutSettings());
    }

    private static HttpServer server(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/healthcheck", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
