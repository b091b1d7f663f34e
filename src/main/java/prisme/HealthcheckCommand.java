package prisme;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import prisme.settings.Settings;

/// `healthcheck`: asks the server with these settings whether it can store events, for containers and monitors.
record HealthcheckCommand() implements Command {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();
    private static final int MAX_REASON = 2000;

    @Override
    public String name() {
        return "healthcheck";
    }

    @Override
    public String summary() {
        return "Asks the running server whether it can store events";
    }

    @Override
    public String explanation() {
        return "Asks the server that runs on this machine with the same settings; host and port count. Ends with 0 "
                + "when it can store events, with 1 when it cannot or does not answer, and says why.";
    }

    @Override
    public List<Flag> flags() {
        return Flag.withSettings();
    }

    @Override
    public Exit run(Arguments arguments, Shell shell) throws IOException {
        URI address = address(arguments.settings(shell).server());
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return verdict(connection, address, shell);
        } catch (IOException e) {
            shell.complain("no answer from " + address + ": " + e.getMessage());
            return Exit.FAILED;
        } finally {
            connection.disconnect();
        }
    }

    private static Exit verdict(HttpURLConnection connection, URI address, Shell shell) throws IOException {
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_OK) {
            return Exit.OK;
        }
        shell.complain(address + " answers " + status + ": " + reason(connection));
        return Exit.FAILED;
    }

    private static String reason(HttpURLConnection connection) throws IOException {
        try (var body = connection.getErrorStream()) {
            return body == null ? "" : new String(body.readNBytes(MAX_REASON), StandardCharsets.UTF_8);
        }
    }

    /// The address to ask. It is 127.0.0.1 when the server listens on all addresses of the machine, as one cannot
    /// connect to those.
    static URI address(Settings.Server server) throws IOException {
        InetAddress bound = InetAddress.getByName(server.host());
        String host = bound.isAnyLocalAddress() ? "127.0.0.1" : server.host();
        try {
            return new URI("http", null, host, server.port(), Addresses.HEALTH, null, null);
        } catch (URISyntaxException e) {
            throw new IOException("no address can be made of host " + server.host(), e);
        }
    }
}
