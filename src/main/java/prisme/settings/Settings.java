package prisme.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import prisme.access.AllowedOrigins;
import prisme.access.Secret;
import prisme.collect.Origins;
import prisme.collect.SlidingWindow;
import prisme.http.BasePath;
import prisme.store.Retention;
import prisme.store.SyncPolicy;

/// The settings of the program, immutable and checked.
///
/// This is also the only table of all options. Each option is a line in the `from` of its part: its name, its default,
/// the allowed values ([ValueKind]) and its meaning. File, environment, flags, help and `prisme.properties.example` are
/// all derived from it. To add an option, add such a line and the record component that it fills.
public record Settings(Server server, Events events, Rate rate, Proxy proxy, Sessions sessions, Storage storage,
                GeoDatabase geoDatabase, Operation operation, ReadAccess readAccess) {

    /// Where the public server listens.
    ///
    /// @param port 0 for any free port
    /// @param host an IP address without brackets, or a name
    /// @param base the path below which a proxy shows it
    public record Server(int port, String host, BasePath base) {
        private static Server from(Options options) {
            return new Server(
                    options.take("port", "8080", ValueKind.wholeNumber(0, 65_535),
                            "TCP port of the public server. 0 takes any free one, which is printed at the start."),
                    options.take("host", "0.0.0.0", ValueKind.host(),
                            "Address to listen on. 0.0.0.0 is every IPv4 address of the machine, :: every address."),
                    options.take("base.path", "", ValueKind.basePath(),
                            "The path below which a proxy shows the server, such as /stats; empty when it has a host "
                                    + "of its own. The proxy may take it off the request or leave it there."));
        }
    }

    /// Which events are accepted.
    ///
    /// @param timeout how long an event may wait for its session
    public record Events(Origins origins, Duration timeout) {
        private static Events from(Options options) {
            return new Events(
                    options.take("origins", "localhost", ValueKind.origins(),
                            "The sites whose events are accepted: their hosts, separated by commas, without scheme and "
                                    + "port. *.example.com stands for every subdomain of example.com at any depth, but "
                                    + "not for example.com itself."),
                    options.take("api.events.timeout", "3s", ValueKind.duration("0s", "1m"),
                            "How long an event may wait for the page view that begins its session, since browsers send "
                                    + "them side by side."));
        }
    }

    /// How many events one address may send.
    ///
    /// @param events per window; 0 for any number
    public record Rate(int events, Duration window) {
        private static Rate from(Options options) {
            return new Rate(
                    options.take("rate.limit.events", "60", ValueKind.wholeNumber(0, SlidingWindow.MAX_EVENTS),
                            "How many events one client address may send in any window of the length below; an IPv6 "
                                    + "address counts with all of its /64. 0 sets no limit."),
                    options.take("rate.limit.window", "1m", ValueKind.duration("1s", "24h"),
                            "The length of that window, which slides."));
        }
    }

    /// Whether there is a reverse proxy, and which headers it sets.
    ///
    /// @param trusted         whether these headers are trusted
    /// @param header          the name of the header with the client's address
    /// @param hops            how many trusted proxies append to it, at least 1
    /// @param requestIdHeader the name of the header with the id of the request
    public record Proxy(boolean trusted, String header, int hops, String requestIdHeader) {
        private static Proxy from(Options options) {
            return new Proxy(
                    options.take("trust.proxy", "false", ValueKind.truth(),
                            "Whether to believe the headers below. Only safe when every request comes through a "
                                    + "reverse proxy of yours."),
                    options.take("proxy.header", "X-Forwarded-For", ValueKind.headerName(),
                            "The header in which the proxy tells the client's address. Forwarded (RFC 7239) is "
                                    + "understood too."),
                    options.take("proxy.hops", "1", ValueKind.wholeNumber(1, 32),
                            "How many trusted proxies append to that header. The client is that many from the right."),
                    options.take("proxy.request.id.header", "X-Request-Id", ValueKind.headerName(),
                            "The header in which the proxy tells the id of a request."));
        }
    }

    /// How long visits are remembered.
    ///
    /// @param inactiveTtl  a session without a pageview for this long is over
    /// @param maxPerDevice a device with more sessions loses its oldest
    public record Sessions(Duration inactiveTtl, int maxPerDevice) {
        private static Sessions from(Options options) {
            return new Sessions(
                    options.take("session.inactive.ttl", "24h", ValueKind.duration("1s", "365d"),
                            "A session without a page view for this long is over."),
                    options.take("session.max.per.device", "64", ValueKind.wholeNumber(1, 65_536),
                            "The most sessions one device has at a time. One more, and it loses its oldest."));
        }
    }

    /// Where and how events are kept.
    ///
    /// @param directory   the data directory; a relative path begins at the working directory
    /// @param segmentSize bytes after which a segment is sealed
    /// @param retention   how long events are kept
    public record Storage(Path directory, SyncPolicy fsync, long segmentSize, Retention retention) {
        private static Storage from(Options options) {
            return new Storage(
                    options.take("data.dir", "prisme-data", ValueKind.path(),
                            "The directory where everything lives. A relative one begins at the working directory."),
                    options.take("store.fsync", "1s", ValueKind.fsync(),
                            "When stored events are forced onto the disk: always is before each answer, never leaves "
                                    + "it to the operating system, a duration is the longest time between two times. "
                                    + "Whatever it says, a stored event outlives the process; this is about power "
                                    + "cuts."),
                    options.take("store.segment.size", "64MiB", ValueKind.size("64KiB", "1GiB"),
                            "The size at which a file of the store is sealed and the next one begun."),
                    options.take("store.retention", "forever", ValueKind.retention(),
                            "How long events are kept. A sealed file of the store is deleted when all its events are "
                                    + "older. The default keeps them for good."));
        }
    }

    /// How the running server can be monitored.
    ///
    /// @param admin where the metrics are
    public record Operation(AdminAddress admin, AccessLogTarget accessLog, LogLevel logLevel) {
        private static Operation from(Options options) {
            return new Operation(
                    options.take("admin.hostport", "127.0.0.1:9090", ValueKind.adminAddress(),
                            "Address and port of the metrics, in Prometheus' text format at /metrics. Empty for none; "
                                    + "when the port is taken, the server runs without them and says so."),
                    options.take("access.log", "off", ValueKind.accessLog(),
                            "Where a line is written for every request: off, stdout, stderr, or the path of a file. "
                                    + "Addresses are cut to their network (/24, /48)."),
                    options.take("log.level", "info", ValueKind.oneOf(LogLevel.class),
                            "The least serious messages that the log of the program shows."));
        }
    }

    /// Who may read the statistics.
    ///
    /// @param password empty when the server is to make one
    /// @param isPublic whether everybody may read them
    /// @param token    the token that programs send; empty when they may not read
    /// @param origins  the origins of pages that may read them
    public record ReadAccess(Secret password, boolean isPublic, Secret token, AllowedOrigins origins) {
        private static ReadAccess from(Options options) {
            return new ReadAccess(
                    options.take("dashboard.password", "", ValueKind.secret(),
                            "The password of the dashboard. Without one the first start makes a random one, keeps it "
                                    + "in the file dashboard-password in data.dir, and says so."),
                    options.take("dashboard.public", "false", ValueKind.truth(),
                            "Whether anyone may read the dashboard and the statistics. Export and import stay the "
                                    + "owner's."),
                    options.take("api.token", "", ValueKind.token(),
                            "The token with which programs read the statistics, export and import over HTTP: "
                                    + "Authorization: Bearer TOKEN. Without one they cannot."),
                    options.take("stats.allow.origins", "", ValueKind.allowedOrigins(),
                            "The origins whose pages may read the statistics from a browser (CORS). They need the "
                                    + "token all the same, unless the dashboard is public."));
        }
    }

    /// Takes the value of every option from `options`, which thereby learns all options there are.
    ///
    /// @throws SettingsException when a value is not one of those allowed
    static Settings from(Options options) {
        return new Settings(Server.from(options), Events.from(options), Rate.from(options), Proxy.from(options),
                Sessions.from(options), Storage.from(options),
                geoDatabase(options), Operation.from(options), ReadAccess.from(options));
    }

    private static GeoDatabase geoDatabase(Options options) {
        GeoDatabase database = options.take("geo.database", "", ValueKind.geoDatabase(),
                "A country database in MaxMind's format (.mmdb) to read instead of the table inside the jar.");
        return database.namedAt(options.place("geo.database"));
    }

    /// The settings with these values, and the defaults of all other options.
    ///
    /// @param values by the names of options, as they would be written after a flag
    /// @throws SettingsException as for flags
    public static Settings of(Map<String, String> values) {
        Options options = new Options(Assignment.ofFlags(values));
        Settings settings = from(options);
        options.requireNothingLeft();
        return settings;
    }

    /// All options, in the order of this table.
    public static List<Option> options() {
        Options none = new Options(List.of());
        from(none);
        return none.declared();
    }
}
