package prisme;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prisme.access.Access;
import prisme.access.Password;
import prisme.collect.Events;
import prisme.collect.RateLimit;
import prisme.collect.SlidingWindow;
import prisme.country.Countries;
import prisme.dashboard.Dashboard;
import prisme.dashboard.SignInForm;
import prisme.dashboard.StatsApi;
import prisme.event.Event;
import prisme.exchange.ExportHandler;
import prisme.exchange.ImportHandler;
import prisme.http.Filter;
import prisme.http.HttpFront;
import prisme.http.ProxyTrust;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.Router;
import prisme.http.Scope;
import prisme.http.ServerLimits;
import prisme.stats.Engine;
import prisme.store.EventLog;
import prisme.store.Health;
import prisme.store.RecoveryReport;
import prisme.store.StoreException;
import prisme.tracker.TrackerScript;

/// The running server: every part, built and wired in one place. Closing it answers what is under way and syncs the store.
final class Server implements AutoCloseable {
    /// The share of the heap that the rate limiter may take, as its divisor.
    private static final int LIMITER_SHARE = 16;

    private final DataDirectory data;
    private final Watch watch;
    private final HttpFront front;
    private final Password password;
    private final Engine engine;

    private Server(DataDirectory data, Watch watch, HttpFront front, Password password, Engine engine) {
        this.data = data;
        this.watch = watch;
        this.front = front;
        this.password = password;
        this.engine = engine;
    }

    /// Opens the store and listens.
    ///
    /// @throws IOException when the data directory or the port cannot be had
    static Server start(Settings settings, InstantSource clock) throws IOException {
        DataDirectory data = DataDirectory.open(settings, clock);
        try {
            return start(settings, data, clock);
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static Server start(Settings settings, DataDirectory data, InstantSource clock) throws IOException {
        Countries countries = settings.geoDatabase().open();
        Watch watch = Watch.open(settings.operation(), clock);
        Password password = Password.of(settings.reading().password(), settings.storage().directory());
        Access access = access(settings, password, clock);
        Engine engine = Engine.on(settings.storage().directory(), data.archive(), () -> data.log().mark().sequence());
        HttpFront front = listen(settings, router(settings, countries, data, engine, watch, access, clock), watch);
        watch.serveMetrics(settings.operation().admin(), List.of(new VisitorMetrics(data.visitors()), data.metrics()));
        return new Server(data, watch, front, password, engine);
    }

    /// Stores an event that nobody sent.
    void store(Event event) throws StoreException {
        data.log().append(event);
    }

    /// Where it listens.
    InetSocketAddress address() {
        return front.address();
    }

    /// What opening the store found and did.
    RecoveryReport recovery() {
        return data.recovery();
    }

    /// Where the metrics are; empty when there are none.
    Optional<InetSocketAddress> metricsAddress() {
        return watch.metricsAddress();
    }

    /// Where the owner finds the password.
    Password.Place passwordPlace() {
        return password.place();
    }

    @Override
    public void close() throws IOException {
        try (data; engine; watch) {
            front.close();
        }
    }

    private static HttpFront listen(Settings settings, Router router, Watch watch) throws IOException {
        Settings.Server server = settings.server();
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        try {
            return HttpFront.start(address, trust(settings.proxy()), server.base(), router, watch.observer());
        } catch (IOException e) {
            throw new IOException("cannot listen on " + server.host() + " port " + server.port() + ": "
                    + e.getMessage() + "; choose another with --port or --host", e);
        }
    }

    private static ProxyTrust trust(Settings.Proxy proxy) {
        return proxy.trusted() ? new ProxyTrust.Proxies(proxy.header(), proxy.hops(), proxy.requestIdHeader())
                : new ProxyTrust.Nobody();
    }

    /// Every address that the server answers.
    private static Router router(Settings settings, Countries countries, DataDirectory data, Engine engine, Watch watch,
                                 Access access, InstantSource clock) {
        EventLog log = data.log();
        Events events = new Events(bounds(settings), settings.events().origins(), countries, data.visitors(), log::append,
                watch.reports(), clock);
        List<Route> routes = new ArrayList<>(events.routes());
        routes.addAll(access.routes());
        routes.addAll(dashboard(settings).routes(access::forReaders));
        routes.addAll(new StatsApi(engine, clock).routes());
        routes.add(Route.get("/api/v1/export", access.forOwner(new ExportHandler(settings.storage().directory()))));
        routes.add(Route.postOfAnyLength("/api/v1/import", access.forOwner(new ImportHandler(log::append))));
        routes.add(TrackerScript.load().route());
        routes.add(Route.get("/api/v1/healthcheck", _ -> health(log)));
        List<Scope> scopes = new ArrayList<>(events.scopes());
        scopes.add(new Scope(StatsApi.PREFIX, settings.reading().origins()));
        scopes.add(new Scope(StatsApi.PREFIX, access.reading()));
        return new Router(routes, scopes);
    }

    private static Access access(Settings settings, Password password, InstantSource clock) throws IOException {
        Access.Readers readers = settings.reading().isPublic() ? Access.Readers.EVERYBODY : Access.Readers.OWNER;
        return Access.of(readers, password, settings.reading().token(), settings.storage().directory(),
                new SignInForm(), clock, System::nanoTime);
    }

    private static Dashboard dashboard(Settings settings) {
        return settings.reading().isPublic() ? Dashboard.open() : Dashboard.withSignOut();
    }

    /// A quarter of what the server answers at once is left to all else: events may wait, for their session or the disk.
    private static Events.Bounds bounds(Settings settings) {
        int most = ServerLimits.ofThisProcess().requestsInFlight();
        return new Events.Bounds(limit(settings.rate()), most - most / 4, settings.events().timeout());
    }

    private static Filter limit(Settings.Rate rate) {
        if (rate.events() == 0) {
            return RateLimit.none();
        }
        long memory = Math.max(SlidingWindow.leastMemory(rate.events()),
                Runtime.getRuntime().maxMemory() / LIMITER_SHARE);
        return new RateLimit(new SlidingWindow(rate.events(), rate.window(), memory, System.nanoTime()),
                System::nanoTime);
    }

    private static Response health(EventLog log) {
        return switch (log.health()) {
            case Health.Able() -> Response.ok().with("Cache-Control", "no-store");
            case Health.Unable(String why) -> Response.problem(503, "Events cannot be stored: " + why + ".")
                    .with("Cache-Control", "no-store");
        };
    }
}
