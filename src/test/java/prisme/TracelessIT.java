package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.browser.Patience;
import prisme.http.RawClient;

/// Neither the disk nor the logs hold an address or a User-Agent of a visitor, in whatever form, and nor does the
/// memory once the visits are over.
class TracelessIT {
    private static final String AGENT =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 Marker7391";
    private static final List<String> ADDRESSES = List.of("203.0.113.77", "2001:db8:1234:5678:9abc:def0:1357:2468");
    private static final List<String> PATHS = List.of("events/pageviews", "events/custom/x", "events/outbound-links");

    /// What the owner may see of an address of version 4, as it is held in memory: the mapped one of its network.
    private static final byte[] SHOWN = {0, 0, (byte) 0xff, (byte) 0xff, (byte) 203, 0, 113, 0};

    @TempDir Path data;

    @Test void keepsNeitherAddressesNorUserAgents() throws IOException {
        Path accessLog = data.resolve("access.log");
        List<String> said;
        try (RunningJar jar = RunningJar.serve(data, "--trust.proxy=true", "--log.level=debug", "--admin.hostport=",
                "--api.events.timeout=1ms", "--access.log=" + accessLog)) {
            for (String address : ADDRESSES) {
                for (String path : PATHS) {
                    report(jar, address, path);
                }
            }
            assertEquals(0, jar.stop());
            said = jar.said();
        }
        assertTrue(Exported.of(data).events().size() >= ADDRESSES.size());
        for (byte[] form : forms()) {
            assertNowhere(form, said);
        }
    }

    /* Four bytes may come together by chance once, but not those of four addresses. */
    @Test void forgetsAddressesAndUserAgentsWhenVisitsAreOver() throws IOException {
        List<String> many = List.of("203.0.113.77", "203.0.113.141", "203.0.113.203", "203.0.113.59");
        try (RunningJar jar = RunningJar.serve(data, "--trust.proxy=true", "--admin.hostport=",
                "--session.inactive.ttl=1s", "--rate.limit.window=1s", "--api.events.timeout=1ms")) {
            for (String address : Stream.concat(many.stream(), ADDRESSES.stream()).toList()) {
                for (String path : PATHS) {
                    report(jar, address, path);
                }
            }
            Patience.until(() -> "a heap without any", () -> isTraceless(heap(jar), many));
        }
    }

    private static boolean isTraceless(String heap, List<String> many) {
        assertTrue(heap.contains(latin1(SHOWN)), "the network, which the owner may see, is found");
        return forms().stream().filter(form -> form.length > Integer.BYTES).noneMatch(form ->
                heap.contains(latin1(form))) && !heap.contains(latin1(network(ADDRESSES.getLast())))
                && many.stream().anyMatch(address -> !heap.contains(latin1(bytes(address))));
    }

    private String heap(RunningJar jar) {
        try {
            return dump(jar);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String dump(RunningJar jar) throws IOException {
        Path dump = data.resolve("heap.hprof");
        Files.deleteIfExists(dump);
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process dumping = new ProcessBuilder(jcmd, Long.toString(jar.pid()), "GC.heap_dump", dump.toString())
                .redirectErrorStream(true).start();
        String said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(Files.exists(dump), said);
        return latin1(Files.readAllBytes(dump));
    }

    private static byte[] bytes(String address) {
        return InetAddress.ofLiteral(address).getAddress();
    }

    /// The first half of an address of version 6.
    private static byte[] network(String address) {
        return Arrays.copyOf(bytes(address), Long.BYTES);
    }

    private static void report(RunningJar jar, String address, String path) throws IOException {
        String body = path.endsWith("links") ? "https://elsewhere.example/" : "";
        String request = "POST /api/v1/" + path + " HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost\r\nReferer: "
                + "http://localhost/a\r\nX-Forwarded-For: " + address + "\r\nUser-Agent: " + AGENT
                        + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (RawClient client = RawClient.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(),
                jar.port()))) {
            assertEquals(200, client.send(request).read().status());
        }
    }

    private static List<byte[]> forms() {
        List<byte[]> forms = new ArrayList<>(List.of(latin1("Marker7391"), latin1(base64(latin1(AGENT)).substring(0,
                40))));
        for (String text : ADDRESSES) {
            byte[] address = bytes(text);
            String hex = HexFormat.of().formatHex(address);
            forms.addAll(List.of(address, reversed(address), latin1(text), latin1(hex),
                    latin1(hex.toUpperCase(Locale.ROOT)),
                    latin1(base64(address)), latin1(base64(latin1(text)))));
        }
        return forms;
    }

    private void assertNowhere(byte[] form, List<String> said) throws IOException {
        String wanted = latin1(form);
        assertTrue(said.stream().noneMatch(line -> line.contains(wanted)), () -> "the log has " + wanted);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = latin1(Files.readAllBytes(file));
                assertTrue(!content.contains(wanted), () -> file + " has " + HexFormat.of().formatHex(form));
            }
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] reversed(byte[] bytes) {
        ByteBuffer reversed = ByteBuffer.allocate(bytes.length);
        for (int i = bytes.length - 1; i >= 0; i--) {
            reversed.put(bytes[i]);
        }
        return reversed.array();
    }
}
