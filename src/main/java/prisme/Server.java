package prisme;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import prisme.access.Access;
import prisme.access.Password;
import prisme.country.Countries;
import prisme.dashboard.SignInForm;
import prisme.event.Event;
import prisme.http.HttpFront;
import prisme.http.ProxyTrust;
import prisme.http.Router;
import prisme.ip.IpAddress;
import prisme.settings.Settings;
import prisme.stats.Engine;
import prisme.store.RecoveryReport;
import prisme.store.StoreException;
import prisme.useragent.ClientHints;
import prisme.useragent.UserAgentMemo;
import prisme.watch.LogOutput;

/// The running server, all parts of which are built here. Closing it answers the requests under way and syncs the
/// store.
final class Server implements Closeable {
    private final DataDirectory data;
    private final Limiter limiter;
    private final Watch watch;
    private final HttpFront front;
    private final Password password;
    private final Engine engine;

    private Server(DataDirectory data, Limiter limiter, Watch watch, HttpFront front, Password password,
                   Engine engine) {
        this.data = data;
        this.limiter = limiter;
        this.watch = watch;
        this.front = front;
        this.password = password;
        this.engine = engine;
    }

    /// Opens the store and listens.
    ///
    /// @param err standard error, for the access log
    /// @throws IOException when the data directory or the port cannot be used
    static Server start(Settings settings, LogOutput err, InstantSource clock) throws IOException {
        DataDirectory data = DataDirectory.open(settings, clock);
        try {
            return start(settings, data, err, clock);
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static Server start(Settings settings, DataDirectory data, LogOutput err, InstantSource clock)
            throws IOException {
        Countries countries = settings.geoDatabase().open();
        Watch watch = Watch.open(settings.operation(), err, clock);
        Password password = Password.of(settings.readAccess().password(), settings.storage().directory());
        Access access = access(settings, password, clock);
        Engine engine = Engine.on(settings.storage().directory(), data.archive(), () -> data.log().mark().sequence());
        Limiter limiter = Limiter.of(settings.rate());
        Addresses addresses = new Addresses(settings, countries, data, limiter, engine, watch, access, clock);
        Router router = addresses.router();
        HttpFront front = listen(settings, router, watch);
        Thread.ofPlatform().daemon().name("prisme-later").start(() -> catchUp(countries, router));
        watch.serveMetrics(settings.operation().admin(),
                List.of(limiter, new VisitorMetrics(data.visitors()), data.metrics()));
        return new Server(data, limiter, watch, front, password, engine);
    }

    /* All this would otherwise be loaded when it is first needed. Here it delays neither the start nor the first
     * requests. */
    private static void catchUp(Countries countries, Router router) {
        UserAgentMemo.shared().parse("", ClientHints.NONE);
        countries.countryOf(IpAddress.ofIPv4(0));
        router.complete();
    }

    /// Stores an event that did not come in by a request.
    void store(Event event) throws StoreException {
        data.log().append(event);
    }

    /// The address on which it listens.
    InetSocketAddress address() {
        return front.address();
    }

    /// What was found and repaired when the store was opened.
    RecoveryReport recovery() {
        return data.recovery();
    }

    /// The address of the metrics; empty when there are none.
    Optional<InetSocketAddress> metricsAddress() {
        return watch.metricsAddress();
    }

    /// Where the owner finds the password.
    Password.Place passwordPlace() {
        return password.place();
    }

    @Override
    public void close() throws IOException {
        try (data; engine; watch; limiter) {
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

    private static Access access(Settings settings, Password password, InstantSource clock) throws IOException {
        Access.Readers readers = settings.readAccess().isPublic() ? Access.Readers.EVERYBODY : Access.Readers.OWNER;
        return Access.of(readers, password, settings.readAccess().token(), settings.storage().directory(),
                new SignInForm(), clock, System::nanoTime);
    }
}
