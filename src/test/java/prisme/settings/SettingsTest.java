package prisme.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prisme.access.Secret;
import prisme.http.BasePath;
import prisme.store.Retention;
import prisme.store.SyncPolicy;
import prisme.wording.Quote;

class SettingsTest {
    /// An option, where its value ends up, valid values with what they mean, the text of what is allowed, and invalid
    /// values.
    private record Case(String option, Function<Settings, Object> in, Map<String, Object> meanings, String allowed,
            List<String> refused) {}

    private static final String TIME = " (a whole number with ms, s, m, h or d, as 500ms)";
    private static final String SIZE = " (a whole number with B, KiB, MiB or GiB, as 64MiB)";

    /* Multiplied by 1000 and by 2^20, these overflow 64 bits and result in 1000 and 2^20. */
    private static final String WRAPS_TO_1S = "2305843009213693953s";
    private static final String WRAPS_TO_1MIB = "17592186044417MiB";

    private static final List<String> NO_NUMBERS = List.of("", "x", "-1", "+1", "1.0", "1e3", "0x10", " 80", "8 0",
            "80 ", "1_000", "٣", "99999999999999999999", "9223372036854775807", "4294967376");
    private static final List<String> NO_TIMES = List.of("", "0", "3", "s", "3 s", "-3s", "+3s", "3S", "3sec", "1m30s",
            "1.5s", "3s ", "٣s", "99999999999999999999s", "106751991168d", "9223372036854775807ms",
            WRAPS_TO_1S, "1w", "3us");
    private static final List<String> NO_SIZES = List.of("", "1048576", "MiB", "1 MiB", "-1MiB", "1.5MiB", "1MB", "1M",
            "1mib", "64KB", "1TiB", "8589934592GiB", "17179869184GiB", "9223372036854775808B", WRAPS_TO_1MIB);
    private static final List<String> NO_HEADERS = List.of("", "X Forwarded", "X-Forwarded-For:", "X-Fäusten", "a\nb",
            "a,b", "(x)", "x".repeat(254));

    private static final List<Case> CASES = List.of(
            new Case("port", s -> s.server().port(), Map.of("0", 0, "80", 80, "65535", 65_535, "00080", 80),
                    "a whole number from 0 to 65535", plus(NO_NUMBERS, "65536")),
            new Case("host", s -> s.server().host(),
                    Map.of("::", "::", "[::1]", "::1", "127.0.0.1", "127.0.0.1", "my_box.lan", "my_box.lan",
                            "box", "box"),
                    "an IP address or a host name, without port",
                    List.of("", "localhost:80", "127.0.0.1:80", "127.0.0", "127.0.0.256", "1", "http://x", "a b",
                            "a..b", "-a", "a-", "a.", "[127.0.0.1", "[box]", "::1::", "x".repeat(64), "*", "bücher")),
            new Case("base.path", s -> s.server().base(),
                    Map.of("", BasePath.none(), "/stats", new BasePath("/stats"), "/a/b", new BasePath("/a/b")),
                    "a path such as /stats, without a slash at its end, or empty",
                    List.of("/", "stats", "/stats/", "/a b", "/..", "https://example.com/stats")),
            new Case("origins", s -> s.events().origins().contains("b.example"), Map.of("a.example, b.example", true),
                    "hosts such as example.com or *.example.com, separated by commas",
                    List.of("*.com", "https://x", "a..b", "", ",", "a,", "a b")),
            new Case("api.events.timeout", s -> s.events().timeout(),
                    Map.of("0s", Duration.ZERO, "1m", Duration.ofMinutes(1), "250ms", Duration.ofMillis(250)),
                    "a duration from 0s to 1m" + TIME, plus(NO_TIMES, "60001ms", "1h", "1d")),
            new Case("rate.limit.events", s -> s.rate().events(), Map.of("0", 0, "1000000", 1_000_000),
                    "a whole number from 0 to 1000000", plus(NO_NUMBERS, "1000001")),
            new Case("rate.limit.window", s -> s.rate().window(),
                    Map.of("1s", Duration.ofSeconds(1), "1d", Duration.ofDays(1)),
                    "a duration from 1s to 24h" + TIME, plus(NO_TIMES, "999ms", "25h")),
            new Case("trust.proxy", s -> s.proxy().trusted(), Map.of("true", true, "false", false),
                    "true or false", List.of("", "TRUE", "True", "yes", "1", "on", " true", "true ")),
            new Case("proxy.header", s -> s.proxy().header(),
                    Map.of("Forwarded", "Forwarded", "X_Real.IP", "X_Real.IP"),
                    "the name of an HTTP header", NO_HEADERS),
            new Case("proxy.hops", s -> s.proxy().hops(), Map.of("1", 1, "32", 32), "a whole number from 1 to 32",
                    plus(NO_NUMBERS, "0", "33")),
            new Case("proxy.request.id.header", s -> s.proxy().requestIdHeader(), Map.of("X-Trace", "X-Trace"),
                    "the name of an HTTP header", NO_HEADERS),
            new Case("session.inactive.ttl", s -> s.sessions().inactiveTtl(),
                    Map.of("1s", Duration.ofSeconds(1), "365d", Duration.ofDays(365), "24h", Duration.ofHours(24)),
                    "a duration from 1s to 365d" + TIME, plus(NO_TIMES, "999ms", "0s", "366d")),
            new Case("session.max.per.device", s -> s.sessions().maxPerDevice(), Map.of("1", 1, "65536", 65_536),
                    "a whole number from 1 to 65536", plus(NO_NUMBERS, "0", "65537")),
            new Case("data.dir", s -> s.storage().directory(),
                    Map.of("/var/lib/prisme", Path.of("/var/lib/prisme"), "a b", Path.of("a b")),
                    "a path, not empty and without control characters", List.of("", "a\nb", "a\0b", "\u0085")),
            new Case("store.fsync", s -> s.storage().fsync(),
                    Map.of("always", new SyncPolicy.Always(), "never", new SyncPolicy.Never(),
                            "1ms", new SyncPolicy.Every(Duration.ofMillis(1)),
                            "1h", new SyncPolicy.Every(Duration.ofHours(1))),
                    "always, never or a duration from 1ms to 1h" + TIME,
                    plus(NO_TIMES, "Always", "0s", "0ms", "61m", "true")),
            new Case("store.retention", s -> s.storage().retention(),
                    Map.of("forever", new Retention.Forever(), "400d", new Retention.For(Duration.ofDays(400)),
                            "1h", new Retention.For(Duration.ofHours(1))),
                    "forever or a duration from 1h to 36500d" + TIME,
                    plus(NO_TIMES, "Forever", "59m", "36501d", "never")),
            new Case("store.segment.size", s -> s.storage().segmentSize(),
                    Map.of("64KiB", 65_536L, "1GiB", 1L << 30, "65537B", 65_537L, "3MiB", 3L << 20),
                    "a size from 64KiB to 1GiB" + SIZE, plus(NO_SIZES, "65535B", "63KiB", "1025MiB", "2GiB", "0B")),
            new Case("geo.database", Settings::geoDatabase,
                    Map.of("", new GeoDatabase.BuiltIn(), "x.mmdb",
                            new GeoDatabase.File(Path.of("x.mmdb"), "flag --geo.database: ")),
                    "the path of a .mmdb file, or empty for the built-in table", List.of("a\nb", "a\0b")),
            new Case("admin.hostport", s -> s.operation().admin(),
                    Map.of("", new AdminAddress.None(), "127.0.0.1:9090", new AdminAddress.At("127.0.0.1", 9090),
                            "[::1]:0", new AdminAddress.At("::1", 0), "box:1", new AdminAddress.At("box", 1)),
                    "an address and a port such as 127.0.0.1:9090, or empty for none",
                    List.of("9090", ":9090", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:9090",
                            "[::1]", "a b:1")),
            new Case("access.log", s -> s.operation().accessLog(),
                    Map.of("off", new AccessLogTarget.Off(), "stdout", new AccessLogTarget.Stdout(),
                            "stderr", new AccessLogTarget.Stderr(),
                            "a.log", new AccessLogTarget.File(Path.of("a.log"))),
                    "off, stdout, stderr or the path of a file", List.of("", "a\nb")),
            new Case("log.level", s -> s.operation().logLevel(),
            Map.of("debug", LogLevel.DEBUG, "error", LogLevel.ERROR),
                    "one of debug, info, warn, error", List.of("", "INFO", "trace", "warning", "info ")),
            new Case("dashboard.password", s -> s.readAccess().password(),
                    Map.of("", Secret.of(""), "pä ss", Secret.of("pä ss")),
                    "a text of up to 1024 characters without control characters, or empty",
                    List.of("a\nb", "x".repeat(1025))),
            new Case("dashboard.public", s -> s.readAccess().isPublic(), Map.of("true", true, "false", false),
                    "true or false", List.of("", "yes")),
            new Case("api.token", s -> s.readAccess().token(), Map.of("", Secret.of(""), "a=b/c", Secret.of("a=b/c")),
                    "up to 1024 printable ASCII characters without spaces, or empty",
                    List.of("a b", "ä", "a\tb", "x".repeat(1025))),
            new Case("stats.allow.origins", s -> s.readAccess().origins().contain("https://a.example"),
                    Map.of("", false, "*", true, "http://b.example, https://A.example:443", true),
                    "origins such as https://example.com, separated by commas, * for every one, or empty",
                    List.of("a.example", "https://a.example/", "null", ",")));

    private static List<String> plus(List<String> values, String... more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    private static Stream<Arguments> meanings() {
        return CASES.stream().flatMap(c -> c.meanings.entrySet().stream()
                .map(meaning -> Arguments.of(c.option, meaning.getKey(), meaning.getValue(), c.in)));
    }

    private static Stream<Arguments> refused() {
        return CASES.stream().flatMap(c -> c.refused.stream().map(value -> Arguments.of(c.option, value, c.allowed)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("meanings")
    void takesWhatIsAllowed(String option, String value, Object meaning, Function<Settings, Object> in) {
        assertEquals(meaning, in.apply(Settings.of(Map.of(option, value))));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("refused")
    void refusesAllElse(String option, String value, String allowed) {
        String sentence = assertThrows(SettingsException.class, () -> Settings.of(Map.of(option, value))).getMessage();
        String expected = "flag --" + option + ": " + option + " must be " + allowed + ", but is "
                + Quote.value(option, value);
        assertTrue(sentence.equals(expected) || sentence.startsWith(expected + ": "), sentence);
    }

    @Test
    void everyOptionIsInTheTableAbove() {
        Set<String> missing = Settings.options().stream().map(Option::name)
                .collect(Collectors.toCollection(TreeSet::new));
        CASES.forEach(row -> missing.remove(row.option));
        assertEquals(Set.of(), missing, "CASES has no row for these");
    }

    @Test
    void saysWhatIsWrongWithAHost() {
        String sentence = assertThrows(SettingsException.class,
                () -> Settings.of(Map.of("origins", "a.example, https://x"))).getMessage();
        assertEquals("flag --origins: origins must be hosts such as example.com or *.example.com, separated by commas, "
                + "but is 'a.example, https://x': host 2 has a scheme; write example.com for https://example.com",
                sentence);
    }

    @Test
    void isUsefulWithoutAnySetting() {
        Settings defaults = Settings.of(Map.of());
        assertTrue(defaults.events().origins().contains("localhost"));
        assertEquals(new Settings.Server(8080, "0.0.0.0", BasePath.none()), defaults.server());
        assertEquals(Duration.ofSeconds(3), defaults.events().timeout());
        assertEquals(new Settings.Proxy(false, "X-Forwarded-For", 1, "X-Request-Id"), defaults.proxy());
        assertEquals(new Settings.Sessions(Duration.ofDays(1), 64), defaults.sessions());
        SyncPolicy everySecond = new SyncPolicy.Every(Duration.ofSeconds(1));
        assertEquals(new Settings.Storage(Path.of("prisme-data"), everySecond, 64 << 20, new Retention.Forever()),
                defaults.storage());
        assertEquals(LogLevel.INFO, defaults.operation().logLevel());
    }

    @Test
    void variablesAreNamedAfterOptions() {
        Map<String, String> variables = Settings.options().stream()
                .collect(Collectors.toMap(Option::name, Option::variable));
        assertEquals("PRISME_PORT", variables.get("port"));
        assertEquals("PRISME_TRUST_PROXY", variables.get("trust.proxy"));
        assertEquals("PRISME_SESSION_MAX_PER_DEVICE", variables.get("session.max.per.device"));
    }

    @Test
    void refusesAnOptionThatDoesNotExist() {
        String sentence = assertThrows(SettingsException.class, () -> Settings.of(Map.of("prot", "1"))).getMessage();
        assertEquals("flag --prot: there is no option 'prot'; did you mean port?", sentence);
    }
}
