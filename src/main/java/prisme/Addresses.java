package prisme;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import prisme.access.Access;
import prisme.collect.Events;
import prisme.country.Countries;
import prisme.dashboard.Dashboard;
import prisme.dashboard.ReportsPage;
import prisme.dashboard.StatsApi;
import prisme.exchange.ExportHandler;
import prisme.exchange.ImportHandler;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.Router;
import prisme.http.Scope;
import prisme.http.ServerLimits;
import prisme.settings.Settings;
import prisme.stats.Statistics;
import prisme.store.EventLog;
import prisme.store.Health;
import prisme.tracker.TrackerScript;
import prisme.watch.ReportsApi;

/// All routes of the server, and the filters before them.
record Addresses(Settings settings, Countries countries, DataDirectory data, Limiter limiter, Statistics statistics,
                 Watch watch, Access access, InstantSource clock) {
    /// The path at which the server says whether it can store events.
    static final String HEALTH = "/api/v1/healthcheck";

    /// All routes with their filters. Those that visitors do not need are not made at the start, but later.
    Router router() {
        Events events = events();
        List<Scope> scopes = new ArrayList<>(events.scopes());
        scopes.add(new Scope(StatsApi.PREFIX, settings.readAccess().origins()));
        scopes.add(new Scope(StatsApi.PREFIX, access.reading()));
        return new Router(urgent(events), this::others, scopes);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(urgent(events()));
        routes.addAll(others());
        return routes;
    }

    private List<Route> urgent(Events events) {
        EventLog log = data.log();
        List<Route> routes = new ArrayList<>(events.routes());
        routes.add(Route.get(HEALTH, _ -> health(log)));
        routes.add(Dashboard.entrance());
        return routes;
    }

    private List<Route> others() {
        EventLog log = data.log();
        List<Route> routes = new ArrayList<>(access.routes());
        routes.addAll(dashboard().routes(access::forReaders));
        routes.add(ReportsPage.route());
        routes.addAll(new StatsApi(statistics, clock).routes());
        routes.add(Route.get("/api/v1/export", access.forOwner(new ExportHandler(settings.storage().directory()))));
        routes.add(Route.postOfAnyLength("/api/v1/import", access.forOwner(new ImportHandler(log::append))));
        routes.add(Route.get(ReportsApi.PATH, access.forOwner(watch.reportsApi())));
        routes.add(new TrackerScript().route());
        routes.add(Route.get("/api/v1/openapi.json", Description.load()));
        return routes;
    }

    private Events events() {
        return new Events(bounds(), settings.events().origins(), countries, data.visitors(), data.log()::append,
                watch.reports(), clock);
    }

    private Dashboard dashboard() {
        return settings.readAccess().isPublic() ? Dashboard.open() : Dashboard.withSignOut();
    }

    /// A quarter of the requests that are answered at the same time is reserved for everything but events, as events
    /// may have to wait for their session or the disk.
    private Events.Bounds bounds() {
        int most = ServerLimits.ofThisProcess().requestsInFlight();
        return new Events.Bounds(limiter.filter(), most - most / 4, settings.events().timeout());
    }

    private static Response health(EventLog log) {
        Response response = log.health() instanceof Health.Unable(String why)
                ? Response.problem(503, "Events cannot be stored: " + why + ".") : Response.ok();
        return response.with("Cache-Control", "no-store");
    }
}
